import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunContext } from './run-context.ts';

/** The folders of one job; nothing in them is shared with another. */
export interface JobFolders {
  /** Holds `temp`, `tools` and `home` beside the workspace. */
  readonly home: string;
  /** `work/shop/shop`, as on GitHub's runners. */
  readonly workspace: string;
  /** The webhook's payload, GITHUB_EVENT_PATH. */
  readonly eventPath: string;
}

/** Makes a job's folders below its run's. @param number of the job in the run */
export async function makeJobFolders(run: RunContext, number: number): Promise<JobFolders> {
  const home = join(run.folder, String(number));
  const name = run.repository.fullName.split('/')[1] ?? '';
  const workspace = join(home, 'work', name, name);
  const workflow = join(home, 'temp', '_github_workflow');
  for (const folder of [workspace, workflow, join(home, 'tools'), join(home, 'home')]) {
    await mkdir(folder, { recursive: true });
  }
  const eventPath = join(workflow, 'event.json');
  await writeFile(eventPath, JSON.stringify(run.event.payload, undefined, 2));
  return { home, workspace, eventPath };
}
