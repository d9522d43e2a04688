import { existsSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../world/run.ts';
import type { StandIn } from '../image.ts';

/** The smallest image that can serve a page: one static program. */
export const busybox: StandIn = {
  names: ['busybox:1.36', 'busybox:latest'],
  folder: import.meta.dirname,
  packages: ['busybox-static'],
  users: [
    { name: 'root', uid: 0, home: '/root', shell: '/bin/sh' },
    { name: 'nobody', uid: 65534, home: '/home' },
  ],
  folders: [
    ...['proc', 'sys', 'dev', 'run', 'root', 'home', 'etc'].map((path) => ({ path })),
    { path: 'tmp', mode: '1777' },
  ],
  finish: async (root) => {
    const program = join(root, 'usr/bin/busybox');
    for (const applet of (await run([program, '--list'])).trim().split('\n')) {
      const path = join(root, 'usr/bin', applet);
      if (!existsSync(path)) await symlink('busybox', path);
    }
  },
  config: { Env: ['PATH=/bin:/usr/bin'], Cmd: ['sh'] },
};
