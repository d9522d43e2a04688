import { createSend } from '../../src/http/request.ts';
import { runAction } from '../../src/runner/run-action.ts';
import { loadConfig } from '../../src/settings/config/load-config.ts';
import { readInputs } from '../../src/settings/define.ts';
import { systemClock } from '../../src/tools/clock.ts';
import { exec } from '../../src/tools/exec.ts';
import { startProcess } from '../../src/tools/process.ts';
import { buildImage } from './build-image.ts';
import { inputs, rules } from './inputs.ts';
import { outputsOf } from './outputs.ts';
import { summaryOf } from './summary.ts';

await runAction(async (io) => {
  const settings = readInputs(inputs, io, rules);
  const outside = { exec, startProcess, send: createSend(io.env), ...systemClock };
  const result = await buildImage(settings, { ...io, ...outside, loadConfig });
  for (const [name, value] of Object.entries(outputsOf(result))) io.output(name, value);
  await io.summary(summaryOf(result));
  if (result.failure) throw result.failure;
});
