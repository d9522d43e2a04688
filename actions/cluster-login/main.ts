import { credentialScript } from '../../src/cloud/credential-script.ts';
import { createSend } from '../../src/http/request.ts';
import { runAction } from '../../src/runner/run-action.ts';
import { readInputs } from '../../src/settings/define.ts';
import { startProcess } from '../../src/tools/process.ts';
import { clusterLogin } from './cluster-login.ts';
import { inputs, rules } from './inputs.ts';
import { outputsOf } from './outputs.ts';
import { reportOf, summaryOf } from './summary.ts';

await runAction(async (io) => {
  const settings = readInputs(inputs, io, rules);
  const node = { nodePath: process.execPath, credentialScript: credentialScript(import.meta.url) };
  const outside = { startProcess, send: createSend(io.env), now: Date.now, ...node };
  const result = await clusterLogin(settings, { ...io, ...outside });
  for (const line of reportOf(result)) io.info(line);
  for (const [name, value] of Object.entries(outputsOf(result))) io.output(name, value);
  await io.summary(summaryOf(settings, result));
  if (result.failure) throw result.failure;
});
