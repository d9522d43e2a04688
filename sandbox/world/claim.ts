import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { World } from './world.ts';

const CLAIMS = '/run/deploy-actions/claims';

// What a sandbox takes of the whole machine: its name (network, cgroup) and its addresses.
const nameClaim = (world: World): string => join(CLAIMS, world.netns);
const addressClaim = (world: World): string => join(CLAIMS, world.link.host);

/** Whether a sandbox of another cache folder has these addresses. */
export function isClaimedElsewhere(world: World): boolean {
  return ownerElsewhere(world, addressClaim(world)) !== undefined;
}

/**
 * Fails when the name or the addresses are in use by a sandbox of another cache folder (another
 * user, another DEPLOY_ACTIONS_CACHE): this folder knows nothing of it and must not touch it.
 */
export function requireUnclaimed(world: World): void {
  const byName = ownerElsewhere(world, nameClaim(world));
  const owner = byName ?? ownerElsewhere(world, addressClaim(world));
  if (owner === undefined) return;
  throw new Error(
    `the sandbox in ${owner} has the same ${byName ? 'name' : 'addresses'} on this machine: ` +
      'take it down with its own DEPLOY_ACTIONS_CACHE, or choose another --name',
  );
}

/** Takes name and addresses for this sandbox until `unclaim`; fails like `requireUnclaimed`. */
export async function claim(world: World): Promise<void> {
  requireUnclaimed(world);
  await mkdir(CLAIMS, { recursive: true });
  for (const file of [nameClaim(world), addressClaim(world)]) await writeFile(file, world.folder);
}

export async function unclaim(world: World): Promise<void> {
  for (const file of [nameClaim(world), addressClaim(world)]) await rm(file, { force: true });
}

/** The folder that made the claim, unless it is this sandbox's or has been removed since. */
function ownerElsewhere(world: World, file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const owner = readFileSync(file, 'utf8');
  return owner !== world.folder && existsSync(owner) ? owner : undefined;
}
