import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cacheFolder } from '../world/cache.ts';
import type { Progress } from '../world/progress.ts';
import { replaceFile } from '../world/replace-file.ts';
import { debianTree } from './debian.ts';

/** Commands that a minimal Debian lacks: where they are in their packages, and these. */
const PROVIDED = {
  ip: {
    program: 'bin/ip',
    packages: ['iproute2', 'libbpf1', 'libelf1', 'libmnl0', 'libbsd0', 'libmd0', 'libcap2'],
  },
  curl: {
    program: 'usr/bin/curl',
    packages: [
      ...['curl', 'libcurl4', 'libbrotli1', 'libgssapi-krb5-2', 'libkrb5-3', 'libk5crypto3'],
      ...['libkrb5support0', 'libcom-err2', 'libkeyutils1', 'libidn2-0', 'libunistring2'],
      ...['libldap-2.5-0', 'libsasl2-2', 'libnghttp2-14', 'libpsl5', 'librtmp1', 'libssh2-1'],
      ...['libssl3', 'libzstd1', 'libgnutls30', 'libhogweed6', 'libnettle8', 'libgmp10'],
      ...['libp11-kit0', 'libffi8', 'libtasn1-6', 'zlib1g'],
    ],
  },
  openssl: { program: 'usr/bin/openssl', packages: ['openssl', 'libssl3'] },
} as const;

const LIBRARIES = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' } as const;

/** Where the machine's own commands are; a user's PATH often has no sbin. */
export function onPath(command: string): boolean {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.some((folder) => existsSync(join(folder, command)));
}

/**
 * Unpacks the commands that are missing on this machine and puts them on this process's PATH, which
 * its children inherit. Nothing is installed.
 */
export async function provideCommands(progress: Progress): Promise<void> {
  const missing = Object.entries(PROVIDED).filter(([name]) => !onPath(name));
  if (missing.length === 0) return;
  const folder = join(cacheFolder(), 'commands');
  for (const [name, { program, packages }] of missing) {
    const tree = await debianTree(
      { name: `command-${name}`, suite: 'bookworm', packages },
      progress,
    );
    const arch = LIBRARIES[process.arch as keyof typeof LIBRARIES];
    const libraries = ['usr/lib', 'lib'].map((at) => join(tree, at, arch)).join(':');
    const script = `#!/bin/sh\nLD_LIBRARY_PATH='${libraries}' exec '${join(tree, program)}' "$@"\n`;
    await replaceFile(join(folder, name), script, 0o755);
  }
  process.env.PATH = `${folder}${delimiter}${process.env.PATH ?? ''}`;
}
