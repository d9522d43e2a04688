import { debian } from '../debian/image.ts';
import { type StandIn, SYSTEM_PATH } from '../image.ts';

/** Debian's nginx (1.22) with the official image's folders, entrypoint and templates. */
export const nginx: StandIn = {
  names: ['nginx:1.27-alpine', 'nginx:alpine', 'nginx:1.27', 'nginx:latest'],
  folder: import.meta.dirname,
  base: debian,
  packages: ['nginx', 'nginx-common', 'gettext-base'],
  without: ['etc/init.d', 'lib/systemd', 'usr/lib/systemd', 'etc/logrotate.d', 'var/www'],
  users: [{ name: 'nginx', uid: 101, home: '/var/cache/nginx' }],
  folders: [
    { path: 'docker-entrypoint.d' },
    { path: 'var/cache/nginx', owner: 101 },
    { path: 'var/lib/nginx', owner: 101 },
    { path: 'var/log/nginx', owner: 101 },
  ],
  config: {
    Env: [SYSTEM_PATH],
    Entrypoint: ['/docker-entrypoint.sh'],
    Cmd: ['nginx', '-g', 'daemon off;'],
    ExposedPorts: { '80/tcp': {} },
    StopSignal: 'SIGQUIT',
  },
};
