import { setTimeout as sleep } from 'node:timers/promises';
import { createSend } from '../../src/http/request.ts';
import { runAction } from '../../src/runner/run-action.ts';
import { readInputs } from '../../src/settings/define.ts';
import { exec } from '../../src/tools/exec.ts';
import { startProcess } from '../../src/tools/process.ts';
import { buildImage } from './build-image.ts';
import { inputs, rules } from './inputs.ts';
import { outputsOf } from './outputs.ts';
import { summaryOf } from './summary.ts';

await runAction(async (io) => {
  const settings = readInputs(inputs, io, rules);
  const clocks = { elapsed: () => performance.now(), sleep };
  const outside = { exec, startProcess, send: createSend(io.env), ...clocks };
  const result = await buildImage(settings, { ...io, ...outside });
  for (const [name, value] of Object.entries(outputsOf(result))) io.output(name, value);
  await io.summary(summaryOf(settings, result));
  if (result.failure) throw result.failure;
});
