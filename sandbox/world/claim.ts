import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { World } from './world.ts';

const CLAIMS = '/run/deploy-actions/claims';

/** What a sandbox takes of the whole machine: its name (network, cgroup) and its addresses. */
const claimFiles = (world: World): string[] =>
  [world.netns, world.link.host].map((name) => join(CLAIMS, name));

/**
 * Fails when the name or the addresses are in use by a sandbox of another cache folder (another
 * user, another DEPLOY_ACTIONS_CACHE): this folder knows nothing of it and must not touch it.
 */
export async function requireUnclaimed(world: World): Promise<void> {
  for (const file of claimFiles(world)) {
    const owner = await readFile(file, 'utf8').catch(() => world.folder);
    if (owner === world.folder || !existsSync(owner)) continue;
    throw new Error(
      `the sandbox in ${owner} uses the same ${file.endsWith(world.netns) ? 'name' : 'addresses'}: ` +
        'take that one down first (as its user, with its DEPLOY_ACTIONS_CACHE)',
    );
  }
}

export async function claim(world: World): Promise<void> {
  await requireUnclaimed(world);
  await mkdir(CLAIMS, { recursive: true });
  for (const file of claimFiles(world)) await writeFile(file, world.folder);
}

export async function unclaim(world: World): Promise<void> {
  for (const file of claimFiles(world)) await rm(file, { force: true });
}
