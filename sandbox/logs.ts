import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { logFile } from './world/daemons.ts';
import type { World } from './world/world.ts';

/** Prints (and follows) the log of one part on stdout; without a part, the names there are. */
export async function printLog(
  world: World,
  part: string | undefined,
  follow: boolean,
): Promise<void> {
  const files = await readdir(join(world.folder, 'logs')).catch(() => []);
  const names = files.map((file) => file.replace(/\.log$/, '')).sort();
  if (part === undefined) {
    process.stdout.write(names.map((name) => `${name}\n`).join(''));
    return;
  }
  const file = logFile(world, part);
  if (!existsSync(file)) throw new Error(`no log of ${part}; there are: ${names.join(', ')}`);
  const argv = ['-n', '+1', ...(follow ? ['-F'] : []), file];
  await once(spawn('tail', argv, { stdio: ['ignore', 'inherit', 'inherit'] }), 'close');
}
