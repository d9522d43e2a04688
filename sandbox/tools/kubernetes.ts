import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cached, cacheFolder } from '../world/cache.ts';
import type { Progress } from '../world/progress.ts';
import { run } from '../world/run.ts';

const SOURCE = join(import.meta.dirname, 'k8s');
const KUBERNETES = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubelet'];
const PACKAGES = [
  ...[...KUBERNETES, 'kube-proxy'].map((name) => `k8s.io/kubernetes/cmd/${name}`),
  './coredns',
  './pause',
];
const INPUTS = ['go.mod', 'go.sum', 'coredns/main.go', 'pause/main.go'];

/**
 * Returns the folder with kube-apiserver, kube-controller-manager, kube-scheduler, kubelet,
 * kube-proxy, etcd, coredns and pause as static binaries. The first time they are built from Go
 * modules: about 5 minutes on two cores, 500 MB kept.
 */
export async function kubernetesBinaries(progress: Progress): Promise<string> {
  const files = await Promise.all(INPUTS.map((file) => readFile(join(SOURCE, file), 'utf8')));
  const version = kubernetesVersion(files[0] ?? '');
  const hash = createHash('sha256').update(files.join('\0')).digest('hex').slice(0, 12);
  const key = `${version}-${process.arch}-${hash}`;
  const make = (folder: string): Promise<void> => {
    progress.note(`Kubernetes ${version} is built from source, once: 4 to 6 minutes on two cores`);
    return build(folder, version);
  };
  return cached({ name: 'kubernetes', key, make }, progress);
}

/** The version that go.mod pins, as the binaries are to report it: `v1.35.8`. */
function kubernetesVersion(goMod: string): string {
  const version = /^\s*(?:require )?k8s\.io\/kubernetes (v\S+)/m.exec(goMod)?.[1];
  if (version === undefined) throw new Error(`${SOURCE}/go.mod names no k8s.io/kubernetes version`);
  return version;
}

async function build(folder: string, version: string): Promise<void> {
  await requireGo();
  // Outside the work folder, so that an interrupted build goes on where it was; 2 GB, so not kept.
  const buildCache = join(cacheFolder(), 'tools', 'kubernetes', 'go-build');
  const env = { ...process.env, GOTOOLCHAIN: 'local', GOCACHE: buildCache, CGO_ENABLED: '0' };
  const go = (flags: string, output: string, packages: readonly string[]): Promise<string> =>
    run(['go', 'build', '-trimpath', '-ldflags', flags, '-o', output, ...packages], {
      cwd: SOURCE,
      env,
    });
  await go(versionFlags(version), `${folder}/`, PACKAGES);
  await go('-s -w', join(folder, 'etcd'), ['go.etcd.io/etcd/server/v3']);
  await rm(buildCache, { recursive: true, force: true });
}

/** Without these a client would meet a server that calls itself v0.0.0-master. */
function versionFlags(version: string): string {
  const [, major = '', minor = ''] = /^v(\d+)\.(\d+)/.exec(version) ?? [];
  const values = { gitVersion: version, gitMajor: major, gitMinor: minor, gitTreeState: 'clean' };
  const owners = ['k8s.io/component-base/version', 'k8s.io/client-go/pkg/version'];
  const settings = owners.flatMap((owner) =>
    Object.entries(values).map(([name, value]) => `-X ${owner}.${name}=${value}`),
  );
  return ['-s', '-w', ...settings].join(' ');
}

async function requireGo(): Promise<void> {
  const found = await run(['go', 'env', 'GOVERSION'], {
    env: { ...process.env, GOTOOLCHAIN: 'local' },
  }).catch(() => '');
  const [, major = '0', minor = '0'] = /^go(\d+)\.(\d+)/.exec(found) ?? [];
  if (Number(major) * 1000 + Number(minor) >= 1026) return;
  throw new Error(
    `Kubernetes is built with Go 1.26 or newer; ${found.trim() || 'no go'} is on PATH. ` +
      'Install it from https://go.dev/dl/ (only the first `up` needs it).',
  );
}
