import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { debian } from '../debian/image.ts';
import type { StandIn } from '../image.ts';

const LIBRARIES = `libpq5 libxml2 libicu72 libgssapi-krb5-2 libkrb5-3 libk5crypto3 libkrb5support0
  libcom-err2 libkeyutils1 libldap-2.5-0 libsasl2-2 libsasl2-modules-db libgnutls30 libnettle8
  libhogweed6 libp11-kit0 libidn2-0 libunistring2 libtasn1-6 libffi8 libreadline8 readline-common
  libedit2 libbsd0`;

export const postgres: StandIn = {
  names: ['postgres:15-alpine', 'postgres:15'],
  folder: import.meta.dirname,
  base: debian,
  packages: ['postgresql-15', 'postgresql-client-15', ...LIBRARIES.split(/\s+/)],
  without: [
    // Compiling queries would need LLVM, 100 MB; without the plug-in the server leaves it out.
    'usr/lib/postgresql/15/lib/bitcode',
    'usr/lib/postgresql/15/lib/llvmjit.so',
    'usr/lib/postgresql/15/lib/llvmjit_types.bc',
    'usr/lib/postgresql/15/lib/pgxs',
    'var/run',
  ],
  users: [
    { name: 'postgres', uid: 70, home: '/var/lib/postgresql', shell: '/bin/sh' },
    // initdb wants a name for its uid, and 999 is the Debian image's.
    { name: 'postgres999', uid: 999, home: '/var/lib/postgresql', shell: '/bin/sh' },
  ],
  folders: [
    { path: 'docker-entrypoint-initdb.d' },
    { path: 'var/lib/postgresql', owner: 70 },
    { path: 'var/lib/postgresql/data', owner: 70, mode: '1777' },
    // A real folder, not below /run: some runtimes mount an empty /run over the image's.
    { path: 'var/run' },
    { path: 'var/run/postgresql', owner: 70, mode: '3777' },
  ],
  finish: async (root) => {
    const sample = join(root, 'usr/share/postgresql/15/postgresql.conf.sample');
    const text = await readFile(sample, 'utf8');
    await writeFile(sample, text.replace(/^#listen_addresses = .*$/m, "listen_addresses = '*'"));
  },
  config: {
    Env: [
      'PATH=/usr/local/bin:/usr/lib/postgresql/15/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      'LANG=C.UTF-8',
      'PG_MAJOR=15',
      'PGDATA=/var/lib/postgresql/data',
    ],
    Entrypoint: ['docker-entrypoint.sh'],
    Cmd: ['postgres'],
    StopSignal: 'SIGINT',
    ExposedPorts: { '5432/tcp': {} },
    Volumes: { '/var/lib/postgresql/data': {} },
  },
};
