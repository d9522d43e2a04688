import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, withLock } from './cache.ts';
import { isClaimedElsewhere } from './claim.ts';
import { replaceFile } from './replace-file.ts';

/** Names, folders and addresses of one sandbox; nothing here starts anything. */
export interface World {
  readonly name: string;
  /** State on disk that lives until `down`. */
  readonly folder: string;
  /** Sockets: a short path, because a Unix socket's path ends at 107 bytes. */
  readonly runFolder: string;
  readonly netns: string;
  readonly link: { readonly host: string; readonly inside: string };
  readonly hostIp: string;
  /** The node: API server, registry, issuer and NodePorts listen here, reachable from the machine. */
  readonly nodeIp: string;
  readonly nodeName: string;
  readonly podCidr: string;
  readonly serviceCidr: string;
  readonly dnsIp: string;
  readonly apiServer: string;
  /** `host:port` of the registry, as it stands in image references. */
  readonly registry: string;
  /** `host:port` of the registry that plays docker.io. */
  readonly mirror: string;
  readonly issuer: string;
  /** Path of the cgroup below every hierarchy's root. */
  readonly cgroup: string;
  /** Every process of the sandbox carries `DEPLOY_ACTIONS_SANDBOX=<this>` in its environment. */
  readonly marker: string;
}

const STATES = (): string => join(cacheFolder(), 'sandbox');

/** The world of that name as it was first made, or undefined when there is none. */
export function findWorld(name = 'default'): World | undefined {
  const file = join(STATES(), name, 'world.json');
  return existsSync(file)
    ? describe(name, (JSON.parse(readFileSync(file, 'utf8')) as { slot: number }).slot)
    : undefined;
}

/** Every world there is, up or not. */
export function allWorlds(): World[] {
  const names = existsSync(STATES()) ? readdirSync(STATES()) : [];
  return names.map((name) => findWorld(name)).filter((world) => world !== undefined);
}

/** The world of that name; a new one gets the lowest free slot, so that several live side by side. */
export async function openWorld(name = 'default'): Promise<World> {
  if (!/^[a-z][a-z0-9-]{0,19}$/.test(name)) {
    throw new Error(`--name ${name}: use up to 20 of a-z 0-9 -, starting with a letter`);
  }
  return withLock(join(STATES(), '.slots.lock'), async () => {
    const known = findWorld(name);
    if (known) return known;
    const taken = new Set(readdirSync(STATES()).map((other) => slotOf(other)));
    let slot = 0;
    while (taken.has(slot) || isClaimedElsewhere(describe(name, slot))) slot++;
    const world = describe(name, slot);
    await replaceFile(join(world.folder, 'world.json'), JSON.stringify({ slot }));
    return world;
  });
}

/** Held by whoever starts or ends the sandbox; beside its folder, which `reset` removes. */
export const upLock = (world: World): string => `${world.folder}.lock`;

function slotOf(name: string): number | undefined {
  const file = join(STATES(), name, 'world.json');
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { slot: number }).slot
    : undefined;
}

function describe(name: string, slot: number): World {
  const net = `10.201.${slot}`;
  return {
    name,
    folder: join(STATES(), name),
    runFolder: `/run/deploy-actions/${name}`,
    netns: `deploy-actions-${name}`,
    link: { host: `da${slot}host`, inside: `da${slot}node` },
    hostIp: `${net}.254`,
    nodeIp: `${net}.1`,
    nodeName: 'node1',
    podCidr: '10.244.0.0/16',
    serviceCidr: '10.96.0.0/16',
    dnsIp: '10.96.0.10',
    apiServer: `https://${net}.1:6443`,
    registry: `${net}.1:5000`,
    mirror: `${net}.1:5001`,
    issuer: `https://${net}.1:9443`,
    cgroup: `/deploy-actions-${name}`,
    marker: name,
  };
}
