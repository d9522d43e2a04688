import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cached } from '../world/cache.ts';
import type { Progress } from '../world/progress.ts';
import { withGo } from './go.ts';

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
  // 2 GB while it is built.
  await withGo('kubernetes', SOURCE, async (go) => {
    await go(versionFlags(version), `${folder}/`, PACKAGES);
    await go('-s -w', join(folder, 'etcd'), ['go.etcd.io/etcd/server/v3']);
  });
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
