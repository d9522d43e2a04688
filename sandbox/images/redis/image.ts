import { debian } from '../debian/image.ts';
import { type StandIn, SYSTEM_PATH } from '../image.ts';

export const redis: StandIn = {
  names: ['redis:7-alpine', 'redis:7', 'redis:alpine'],
  folder: import.meta.dirname,
  base: debian,
  packages: ['redis-server', 'redis-tools', 'libjemalloc2', 'liblzf1', 'libatomic1'],
  without: ['etc/init.d', 'lib/systemd', 'usr/lib/systemd', 'etc/logrotate.d'],
  users: [{ name: 'redis', uid: 999, gid: 1000, home: '/data' }],
  folders: [{ path: 'data', owner: 999 }],
  config: {
    Env: [SYSTEM_PATH],
    Entrypoint: ['docker-entrypoint.sh'],
    Cmd: ['redis-server'],
    WorkingDir: '/data',
    ExposedPorts: { '6379/tcp': {} },
    Volumes: { '/data': {} },
  },
};
