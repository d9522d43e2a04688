import { debian } from '../debian/image.ts';
import { type StandIn, SYSTEM_PATH } from '../image.ts';

const VERSION = '24.21.0';
/** Of the line that Node 24 ships. */
const NPM_VERSION = '11.16.0';

export const node: StandIn = {
  names: ['node:24-slim', 'node:24-alpine', 'node:24-bookworm-slim', 'node:24'],
  folder: import.meta.dirname,
  base: debian,
  npmPackages: {
    'usr/local': `node-linux-${process.arch}@${VERSION}`,
    'usr/local/lib/node_modules/npm': `npm@${NPM_VERSION}`,
  },
  without: ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md', 'include', 'share'].map(
    (name) => `usr/local/${name}`,
  ),
  links: {
    'usr/local/bin/nodejs': 'node',
    'usr/local/bin/npm': '../lib/node_modules/npm/bin/npm-cli.js',
    'usr/local/bin/npx': '../lib/node_modules/npm/bin/npx-cli.js',
  },
  users: [{ name: 'node', uid: 1000, home: '/home/node', shell: '/bin/bash' }],
  folders: [{ path: 'home/node', owner: 1000 }],
  config: {
    Env: [SYSTEM_PATH, `NODE_VERSION=${VERSION}`],
    Entrypoint: ['docker-entrypoint.sh'],
    Cmd: ['node'],
  },
};
