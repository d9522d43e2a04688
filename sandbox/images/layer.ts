import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, cp, mkdir, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { cached } from '../world/cache.ts';
import type { Progress } from '../world/progress.ts';
import { run } from '../world/run.ts';
import { addUsers } from './accounts.ts';
import type { StandIn } from './image.ts';
import { systemCertificates } from './system-certificates.ts';
import { unpackDebian, unpackNpm } from './unpack.ts';

/** The code a layer depends on, beside its own definition. */
const MAKERS = ['layer.ts', 'unpack.ts', 'accounts.ts'].map((name) =>
  join(import.meta.dirname, name),
);

/** Returns the image's layers as deterministic tar files, base first; missing ones are made. */
export async function layersOf(image: StandIn, progress: Progress): Promise<string[]> {
  const below = image.base ? await layersOf(image.base, progress) : [];
  const make = async (folder: string): Promise<void> => {
    process.umask(0o022); // A stricter one would lock the image's own users out.
    const root = join(folder, 'root');
    await mkdir(root);
    await fill(root, image, below);
    const tar = ['tar', '--sort=name', '--mtime=@0', '--numeric-owner', '--format=gnu'];
    await run([...tar, '-C', root, '-cf', join(folder, 'layer.tar'), '.']);
    await rm(root, { recursive: true });
  };
  const name = `image-${nameOf(image)}`;
  const folder = await cached({ name, key: await layerKey(image), make }, progress);
  return [...below, join(folder, 'layer.tar')];
}

const nameOf = (image: StandIn): string => image.names[0].replace(/[^a-z0-9.]/g, '-');

/** Changes with everything the layer is made of, except the packages' versions of the day. */
export async function layerKey(image: StandIn): Promise<string> {
  const hash = createHash('sha256').update(image.base ? await layerKey(image.base) : process.arch);
  const made = [...MAKERS, ...(await filesBelow(image.folder))];
  for (const file of made) hash.update(relative(image.folder, file)).update(await readFile(file));
  if (!image.base) hash.update(await systemCertificates());
  return hash.digest('hex').slice(0, 16);
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function fill(root: string, image: StandIn, below: readonly string[]): Promise<void> {
  // Debian's files say /bin and /lib, the image has them below /usr, and each layer must agree.
  for (const name of ['bin', 'sbin', 'lib', 'lib64']) {
    await mkdir(join(root, 'usr', name), { recursive: true });
    await symlink(`usr/${name}`, join(root, name));
  }
  await unpackDebian(root, image.packages ?? []);
  for (const [into, name] of Object.entries(image.npmPackages ?? {})) {
    await unpackNpm(join(root, into), name);
  }
  for (const path of image.without ?? []) {
    await rm(join(root, path), { recursive: true, force: true });
  }
  const overlay = join(image.folder, 'rootfs');
  if (existsSync(overlay)) await copyOwnedByRoot(overlay, root);
  for (const [path, target] of Object.entries(image.links ?? {})) await link(root, path, target);
  if (image.users) await addUsers(root, image.users, below.at(0));
  await image.finish?.(root);
  for (const { path, owner = 0, mode = '755' } of image.folders ?? []) {
    await mkdir(join(root, path), { recursive: true });
    await chown(join(root, path), owner, owner);
    await chmod(join(root, path), Number.parseInt(mode, 8));
  }
}

async function link(root: string, path: string, target: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await rm(join(root, path), { recursive: true, force: true });
  await symlink(target, join(root, path));
}

async function copyOwnedByRoot(from: string, root: string): Promise<void> {
  for (const file of await filesBelow(from)) {
    const to = join(root, relative(from, file));
    await mkdir(dirname(to), { recursive: true });
    await cp(file, to);
    await chown(to, 0, 0);
    // A checkout's umask must not change the image.
    await chmod(to, (await readFile(to, 'utf8')).startsWith('#!') ? 0o755 : 0o644);
  }
}
