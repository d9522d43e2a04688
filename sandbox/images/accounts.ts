import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../world/run.ts';
import type { ImageUser } from './image.ts';

/** Writes the base layer's account files with the image's users behind them. */
export async function addUsers(
  root: string,
  users: readonly ImageUser[],
  baseLayer: string | undefined,
): Promise<void> {
  await mkdir(join(root, 'etc'), { recursive: true });
  const extend = async (file: string, lines: readonly string[]): Promise<void> => {
    const before = baseLayer ? await run(['tar', '-xOf', baseLayer, `./${file}`]) : '';
    await writeFile(join(root, file), `${before}${lines.join('\n')}\n`, { mode: 0o644 });
  };
  const passwd = users.map(
    ({ name, uid, gid = uid, home, shell = '/usr/sbin/nologin' }) =>
      `${name}:x:${uid}:${gid}::${home}:${shell}`,
  );
  await extend('etc/passwd', passwd);
  await extend(
    'etc/group',
    users.map(({ name, uid, gid = uid }) => `${name}:x:${gid}:`),
  );
}
