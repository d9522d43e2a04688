import { join } from 'node:path';
import type { Progress } from '../world/progress.ts';
import { replaceFile } from '../world/replace-file.ts';
import { debianTree } from './debian.ts';

/** What a Kubernetes node needs beside the kubelet, unpacked from Debian. */
export interface NodePackages {
  /** Folder with containerd, its shim and ctr. */
  readonly containerd: string;
  /** Folder with the CNI plugins. */
  readonly cni: string;
  /** Folder with iptables and its relatives, slirp4netns and runc, ready for PATH. */
  readonly commands: string;
}

const MULTIARCH = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' } as const;
const IPTABLES = ['iptables', 'iptables-save', 'iptables-restore'];

/** Unpacks containerd, runc, the CNI plugins, iptables and slirp4netns; nothing is installed. */
export async function nodePackages(folder: string, progress: Progress): Promise<NodePackages> {
  const [containerd, node] = await Promise.all([
    debianTree({ name: 'containerd', suite: 'trixie', packages: ['containerd'] }, progress),
    debianTree(
      {
        name: 'node-packages',
        suite: 'bookworm',
        packages: [
          ...['runc', 'libseccomp2', 'containernetworking-plugins'],
          ...['iptables', 'libip4tc2', 'libip6tc2', 'libxtables12', 'libmnl0', 'libnftnl11'],
          ...['libnetfilter-conntrack3', 'libnfnetlink0'],
          ...['slirp4netns', 'libslirp0', 'libglib2.0-0', 'libpcre2-8-0'],
        ],
      },
      progress,
    ),
  ]);
  await writeWrappers(node, folder);
  return {
    containerd: join(containerd, 'usr/bin'),
    cni: join(node, 'usr/lib/cni'),
    commands: folder,
  };
}

/**
 * The unpacked programs find their libraries only when told where. Debian chooses between the two
 * iptables by alternatives at install time: here it is the nft one, as its default.
 */
async function writeWrappers(tree: string, folder: string): Promise<void> {
  const arch = MULTIARCH[process.arch as keyof typeof MULTIARCH];
  const libraries = ['usr/lib', 'lib'].map((at) => join(tree, at, arch)).join(':');
  const modules = join(tree, 'usr/lib', arch, 'xtables');
  const settings = `LD_LIBRARY_PATH='${libraries}' XTABLES_LIBDIR='${modules}'`;
  const nft = join(tree, 'usr/sbin/xtables-nft-multi');
  const lines = new Map([
    ...[...IPTABLES, ...IPTABLES.map((name) => name.replace('ip', 'ip6'))].map(
      (name) => [name, `'${nft}' ${name}`] as const,
    ),
    ['runc', `'${join(tree, 'usr/sbin/runc')}'`],
    ['slirp4netns', `'${join(tree, 'usr/bin/slirp4netns')}'`],
  ]);
  for (const [name, program] of lines) {
    const script = `#!/bin/sh\n${settings} exec ${program} "$@"\n`;
    await replaceFile(join(folder, name), script, 0o755);
  }
}
