import { runAction } from '../../src/runner/run-action.ts';
import { sessionPorts } from '../../src/session/session-ports.ts';
import { settle } from '../../src/settings/settle.ts';
import { inputs, rules } from './inputs.ts';
import { outputsOf } from './outputs.ts';
import { rollback } from './rollback.ts';
import { summaryOf } from './summary.ts';

await runAction(async (io) => {
  io.output('status', 'refused'); // Until something better is known; the last one counts.
  const settings = settle(inputs, io, rules);
  const ports = sessionPorts(io, import.meta.url);
  const result = await rollback(settings, ports);
  for (const [name, value] of Object.entries(outputsOf(result, settings))) io.output(name, value);
  await io.summary(summaryOf(settings, result));
  if (result.failure) throw result.failure;
});
