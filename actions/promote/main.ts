import { appTokens } from '../../src/http/github/app-token.ts';
import { runAction } from '../../src/runner/run-action.ts';
import { sessionPorts } from '../../src/session/session-ports.ts';
import { loadConfig } from '../../src/settings/config/load-config.ts';
import { settle } from '../../src/settings/settle.ts';
import { proofFiles } from '../../src/tools/proof-files.ts';
import { inputs, rules } from './inputs.ts';
import { writeResult } from './outputs.ts';
import { promote } from './promote.ts';

await runAction(async (io) => {
  const settings = settle(inputs, io, rules);
  const ports = sessionPorts(io, import.meta.url);
  const mintAppToken = appTokens(io.env, ports);
  const result = await promote(settings, { ...ports, ...proofFiles, loadConfig, mintAppToken });
  await writeResult(settings, result, io);
  if (result.failure) throw result.failure;
});
