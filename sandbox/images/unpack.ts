import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { withDebs } from '../tools/debian.ts';
import { run } from '../world/run.ts';

/** Parts of every package that no container reads. */
const NEVER = ['doc', 'man', 'locale', 'info', 'lintian', 'zoneinfo/right', 'zoneinfo/posix'];

/** Unpacks Debian packages into an image's root, without what only people read. */
export async function unpackDebian(root: string, packages: readonly string[]): Promise<void> {
  if (packages.length === 0) return;
  await withDebs({ suite: 'bookworm', packages }, async (debs) => {
    const exclude = NEVER.map((path) => `--exclude=./usr/share/${path}/*`);
    for (const deb of debs) {
      const files = join(root, '.fsys.tar');
      await run(['sh', '-c', 'dpkg-deb --fsys-tarfile "$1" >"$2"', 'sh', deb, files]);
      await run(['tar', '-xf', files, '-C', root, '--keep-directory-symlink', ...exclude]);
      await rm(files);
    }
  });
}

/** Unpacks an npm package `name@version`; npm checks it against the registry's integrity value. */
export async function unpackNpm(into: string, name: string): Promise<void> {
  await mkdir(into, { recursive: true });
  const work = await mkdtemp(`${into}.`);
  await run(['npm', 'pack', '--silent', '--ignore-scripts', name], { cwd: work });
  const [archive = ''] = await readdir(work);
  const unpack = ['tar', '-xzf', join(work, archive), '-C', into, '--strip-components=1'];
  await run([...unpack, '--no-same-owner', '--no-same-permissions']);
  await rm(work, { recursive: true });
}
