import { logout } from '../../src/cloud/login.ts';
import { runPost } from '../../src/runner/run-action.ts';
import { sessionPorts } from '../../src/session/session-ports.ts';
import { loadConfig } from '../../src/settings/config/load-config.ts';
import { settle } from '../../src/settings/settle.ts';
import { endOrphan } from '../../src/tools/orphan.ts';
import { removeScratch } from '../../src/tools/scratch.ts';
import { afterCancel } from './after-cancel.ts';
import { openCourse, savedHelm } from './course-state.ts';
import { inputs, rules } from './inputs.ts';
import { aftermathOf } from './summary.ts';

await runPost(async (io) => {
  // What is saved here is kept by nobody: these folders are removed with those of main.
  const saved = new Map<string, string>();
  const own = { ...io, saveState: (name: string, value: string) => void saved.set(name, value) };
  try {
    const course = openCourse(io.loadState);
    if (course === undefined) return;
    const settings = settle(inputs, io, rules);
    await endOrphan(savedHelm(io.loadState), ['upgrade', settings.release]);
    const ports = { ...sessionPorts(own, import.meta.url), loadConfig };
    await io.summary(aftermathOf(await afterCancel(course, settings, ports)));
  } finally {
    const loads = [io.loadState, (name: string) => saved.get(name) ?? ''];
    await Promise.all(loads.flatMap((load) => [logout(load), removeScratch(load)]));
  }
});
