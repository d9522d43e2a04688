import { credentialScript } from '../../src/cloud/credential-script.ts';
import { appTokens } from '../../src/http/github/app-token.ts';
import { githubOf } from '../../src/http/github/github.ts';
import { createSend } from '../../src/http/request.ts';
import { runAction } from '../../src/runner/run-action.ts';
import { loadConfig } from '../../src/settings/config/load-config.ts';
import { settle } from '../../src/settings/settle.ts';
import { systemClock } from '../../src/tools/clock.ts';
import { exec } from '../../src/tools/exec.ts';
import { startProcess } from '../../src/tools/process.ts';
import { proofFiles } from '../../src/tools/proof-files.ts';
import { inputs, rules } from './inputs.ts';
import { writeResult } from './outputs.ts';
import { promote } from './promote.ts';

await runAction(async (io) => {
  const settings = settle(inputs, io, rules);
  const node = { nodePath: process.execPath, credentialScript: credentialScript(import.meta.url) };
  const clocked = { send: createSend(io.env), ...systemClock };
  const outside = { exec, startProcess, loadConfig, ...proofFiles, ...clocked, ...node };
  const tokens = { github: githubOf(io.env, clocked), mintAppToken: appTokens(io.env, clocked) };
  const result = await promote(settings, { ...io, ...outside, ...tokens });
  await writeResult(settings, result, io);
  if (result.failure) throw result.failure;
});
