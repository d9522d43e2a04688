import { setFlagsFromString } from 'node:v8';
import { runAction } from '../../src/runner/run-action.ts';
import { sessionPorts } from '../../src/session/session-ports.ts';
import { loadConfig } from '../../src/settings/config/load-config.ts';
import { outputsOf } from './outputs.ts';
import { run } from './run.ts';
import { settleAll } from './settle-all.ts';

// A watch is text that is garbage at once: the young generation need not grow for it.
setFlagsFromString('--semi-space-growth-factor=1');
await runAction(async (io) => {
  io.output('status', 'refused'); // Until something better is known; the last one counts.
  const settled = settleAll(io);
  const ports = { ...sessionPorts(io, import.meta.url), loadConfig };
  const topic = { environment: io.read('environment'), config: io.read('config') };
  const { result, summary } = await run(settled, topic, ports);
  for (const [name, value] of Object.entries(outputsOf(result))) io.output(name, value);
  await io.summary(summary);
  if (result.failure) throw result.failure;
});
