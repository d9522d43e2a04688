import { rm, writeFile } from 'node:fs/promises';
import { credentialScript } from '../../src/cloud/credential-script.ts';
import { githubOf } from '../../src/http/github/github.ts';
import { createSend } from '../../src/http/request.ts';
import { runAction } from '../../src/runner/run-action.ts';
import { loadConfig } from '../../src/settings/config/load-config.ts';
import { settle } from '../../src/settings/settle.ts';
import { systemClock } from '../../src/tools/clock.ts';
import { exec } from '../../src/tools/exec.ts';
import { readJunit as readReport } from '../../src/tools/junit.ts';
import { startProcess } from '../../src/tools/process.ts';
import { inputs, rules } from './inputs.ts';
import { writeResult } from './outputs.ts';
import { promote } from './promote.ts';

await runAction(async (io) => {
  const settings = settle(inputs, io, rules);
  const node = { nodePath: process.execPath, credentialScript: credentialScript(import.meta.url) };
  const files = {
    loadConfig,
    readReport,
    writeFile,
    removeFile: (p: string) => rm(p, { force: true }),
  };
  const outside = { exec, startProcess, send: createSend(io.env), ...systemClock, ...node };
  const github = githubOf(io.env, outside);
  const result = await promote(settings, { ...io, ...outside, ...files, github });
  await writeResult(settings, result, io);
  if (result.failure) throw result.failure;
});
