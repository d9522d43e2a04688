import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onPath, provideCommands } from './tools/commands.ts';
import { cacheFolder } from './world/cache.ts';
import type { Progress } from './world/progress.ts';

/** Linux capabilities by their bit in /proc/self/status (linux/capability.h). */
const CAPABILITIES = { CAP_NET_ADMIN: 12n, CAP_SYS_ADMIN: 21n } as const;

/** Commands of every Debian or Ubuntu, with the package each is in; others we provide. */
const COMMANDS = {
  nsenter: 'util-linux',
  mount: 'mount',
  tar: 'tar',
  'apt-get': 'apt',
  'dpkg-deb': 'dpkg',
  npm: 'npm',
} as const;

/** The kubelet's longest socket below the state folder; a Unix socket's path ends at 107 bytes. */
const LONGEST_SOCKET = 'sandbox/12345678901234567890/kubelet/device-plugins/kubelet.sock';

/** What this machine lacks for the full sandbox, one line each; empty when it can run here. */
export function missingForSandbox(): string[] {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return [`Linux on x64 (this is ${process.platform} on ${process.arch})`];
  }
  const rights = missingRights();
  const missing = rights.length > 0 ? [`root, or ${rights.join(' and ')}`] : [];
  if (!existsSync('/dev/net/tun')) missing.push('/dev/net/tun (modprobe tun)');
  for (const [command, debian] of Object.entries(COMMANDS)) {
    if (!onPath(command)) missing.push(`the command ${command} (Debian package ${debian})`);
  }
  if (Buffer.byteLength(join(cacheFolder(), LONGEST_SOCKET)) > 107) {
    missing.push(`a shorter cache folder than ${cacheFolder()} (set DEPLOY_ACTIONS_CACHE)`);
  }
  return missing;
}

/** Gets a machine ready; fails with what is missing and what works without. */
export async function prepareMachine(progress: Progress): Promise<void> {
  const missing = missingForSandbox();
  if (missing.length === 0) return provideCommands(progress);
  throw new Error(
    `the sandbox needs ${missing.join('; ')}.\n` +
      'Without it the unit and contract tests (npm test) and npm run check still work.',
  );
}

function missingRights(): string[] {
  const status = readFileSync('/proc/self/status', 'utf8');
  const effective = BigInt(`0x${/^CapEff:\s*([0-9a-f]+)/m.exec(status)?.[1] ?? '0'}`);
  return Object.entries(CAPABILITIES)
    .filter(([, bit]) => (effective & (1n << bit)) === 0n)
    .map(([name]) => name);
}
