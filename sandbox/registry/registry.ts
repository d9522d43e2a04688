import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { debianTree } from '../tools/debian.ts';
import { configFile } from '../world/config-file.ts';
import { startDaemon, waitReady } from '../world/daemons.ts';
import type { Progress } from '../world/progress.ts';
import type { World } from '../world/world.ts';
import { connectRegistry, type RegistryAddress } from './registry-http.ts';

/** One registry process: where it listens and where its blobs live. */
export interface RegistrySettings {
  /** `host:port`. */
  readonly address: string;
  /** Holds `storage/` (the blobs) unless `storage` says otherwise, and the configuration. */
  readonly folder: string;
  /** Blobs somewhere else, shared with others and therefore never written. */
  readonly readOnlyStorage?: string;
  /** Plain http where missing. */
  readonly tls?: { readonly certFile: string; readonly keyFile: string };
}

/** Returns the argv of Debian's docker-registry (distribution 2.8) with a configuration written for it. */
export async function registryCommand(
  settings: RegistrySettings,
  progress: Progress,
): Promise<string[]> {
  const tree = await debianTree(
    { name: 'docker-registry', suite: 'bookworm', packages: ['docker-registry'] },
    progress,
  );
  // JSON is YAML: nothing to escape by hand.
  const config = JSON.stringify(configuration(settings), null, 2);
  const file = await configFile(settings.folder, 'config.yml', config);
  return [join(tree, 'usr/bin/docker-registry'), 'serve', file];
}

function configuration(settings: RegistrySettings): object {
  const { readOnlyStorage, tls } = settings;
  return {
    version: '0.1',
    log: { level: 'warn', accesslog: { disabled: false } },
    storage: {
      filesystem: { rootdirectory: readOnlyStorage ?? join(settings.folder, 'storage') },
      delete: { enabled: true },
      maintenance: {
        readonly: { enabled: readOnlyStorage !== undefined },
        // Otherwise it deletes unfinished uploads of a storage it does not own.
        uploadpurging: { enabled: false },
      },
    },
    http: {
      addr: settings.address,
      ...(tls ? { tls: { certificate: tls.certFile, key: tls.keyFile } } : {}),
    },
  };
}

/** Starts a registry inside the sandbox's network over TLS and waits until it answers. */
export async function startRegistry(
  world: World,
  registry: {
    readonly name: string;
    /** `host:port`. */
    readonly address: string;
    readonly certificate: { readonly certFile: string; readonly keyFile: string };
    /** Authority of the certificate, for the first question. */
    readonly caFile: string;
    readonly readOnlyStorage?: string;
  },
  progress: Progress,
): Promise<void> {
  const { name, address, certificate: tls, readOnlyStorage } = registry;
  const argv = await registryCommand(
    {
      address,
      tls,
      folder: join(world.folder, name),
      ...(readOnlyStorage === undefined ? {} : { readOnlyStorage }),
    },
    progress,
  );
  await startDaemon(world, { name, argv });
  const url = `https://${address}`;
  await waitReady(world, name, () => registryAnswers({ url, caFile: registry.caFile }));
}

/** Runs a registry on a free loopback port, over plain http, for as long as `body` needs it. */
export async function withPrivateRegistry<T>(
  folder: string,
  body: (registry: RegistryAddress) => Promise<T>,
  progress: Progress,
): Promise<T> {
  const address = `127.0.0.1:${await freePort()}`;
  const argv = await registryCommand({ address, folder }, progress);
  // It must not outlive this process, however that ends.
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', ...argv], { stdio: 'ignore' });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`docker-registry on ${address} ended by itself: exit ${code}`);
  });
  const work = async (): Promise<T> => {
    const url = `http://${address}`;
    while (child.exitCode === null && !(await registryAnswers({ url }))) await sleep(20);
    return body({ url });
  };
  try {
    return await Promise.race([work(), ended]);
  } finally {
    child.kill('SIGKILL');
    await ended.catch(() => {});
  }
}

async function registryAnswers(address: RegistryAddress): Promise<boolean> {
  const { send, close } = await connectRegistry(address);
  try {
    return (await send({ method: 'GET', path: '' })).status === 200;
  } catch {
    return false;
  } finally {
    close();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
