import { chmod, cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../world/run.ts';
import { debian } from '../debian/image.ts';
import type { StandIn } from '../image.ts';

const VERSION = '1.26.8';

/** Go as the Go module proxy has it, checked by `go` against the checksum database. No git, no gcc. */
export const golang: StandIn = {
  names: ['golang:1.26-alpine', 'golang:1.26', 'golang:1.26-bookworm'],
  folder: import.meta.dirname,
  base: debian,
  finish: unpackToolchain,
  folders: [
    { path: 'go', mode: '1777' },
    { path: 'go/src', mode: '1777' },
    { path: 'go/bin', mode: '1777' },
  ],
  config: {
    Env: [
      'PATH=/go/bin:/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      `GOLANG_VERSION=${VERSION}`,
      'GOTOOLCHAIN=local',
      'GOPATH=/go',
    ],
    Cmd: ['bash'],
    WorkingDir: '/go',
  },
};

/** https://go.dev/ref/mod#toolchain: the toolchain is a module like any other. */
async function unpackToolchain(root: string): Promise<void> {
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  const module = `golang.org/toolchain@v0.0.1-go${VERSION}.linux-${arch}`;
  const work = await mkdtemp(`${root}.go-`);
  const env = { ...process.env, GOTOOLCHAIN: 'local', GOFLAGS: '-modcacherw', GOMODCACHE: work };
  const answer = await run(['go', 'mod', 'download', '-json', module], { cwd: work, env });
  const { Dir: from } = JSON.parse(answer) as { Dir: string };
  const go = join(root, 'usr/local/go');
  await cp(from, go, { recursive: true, filter: (path) => !/_test\.go$|\/testdata$/.test(path) });
  await run(['chmod', '-R', 'u=rwX,go=rX', go]);
  // A module keeps no modes.
  const tools = join('pkg/tool', `linux_${arch}`);
  for (const folder of ['bin', tools]) {
    for (const name of await readdir(join(go, folder))) {
      await chmod(join(go, folder, name), 0o755);
    }
  }
  await rm(work, { recursive: true });
}
