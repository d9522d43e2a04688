import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';

const STATE = 'scratch-folder';
const PREFIX = 'deploy-actions-';

/**
 * A private folder (0700) below RUNNER_TEMP for sockets and caches of this step. It is written to
 * the state before it is made, so that `removeScratch` in post finds it also after a cancel.
 */
export async function makeScratch(
  tempFolder: string,
  saveState: (name: string, value: string) => void,
): Promise<string> {
  const folder = join(tempFolder, `${PREFIX}${randomUUID().slice(0, 8)}`);
  saveState(STATE, folder);
  await mkdir(folder, { mode: 0o700 });
  return folder;
}

/** Removes what `makeScratch` made; state comes from the job's environment, so the name is checked. */
export async function removeScratch(loadState: (name: string) => string): Promise<void> {
  const folder = loadState(STATE);
  if (!basename(folder).startsWith(PREFIX)) return;
  await rm(folder, { recursive: true, force: true });
}
