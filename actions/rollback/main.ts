import { credentialScript } from '../../src/cloud/credential-script.ts';
import { githubOf } from '../../src/http/github/github.ts';
import { createSend } from '../../src/http/request.ts';
import { runAction } from '../../src/runner/run-action.ts';
import { settle } from '../../src/settings/settle.ts';
import { systemClock } from '../../src/tools/clock.ts';
import { exec } from '../../src/tools/exec.ts';
import { startProcess } from '../../src/tools/process.ts';
import { inputs, rules } from './inputs.ts';
import { outputsOf } from './outputs.ts';
import { rollback } from './rollback.ts';
import { summaryOf } from './summary.ts';

await runAction(async (io) => {
  io.output('status', 'refused'); // Until something better is known; the last one counts.
  const settings = settle(inputs, io, rules);
  const node = { nodePath: process.execPath, credentialScript: credentialScript(import.meta.url) };
  const outside = { exec, startProcess, send: createSend(io.env), ...systemClock, ...node };
  const github = githubOf(io.env, outside);
  const result = await rollback(settings, { ...io, ...outside, github });
  for (const [name, value] of Object.entries(outputsOf(result, settings))) io.output(name, value);
  await io.summary(summaryOf(settings, result));
  if (result.failure) throw result.failure;
});
