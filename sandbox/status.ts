import { connectApi } from './cluster/api.ts';
import { conditionOf } from './cluster/condition.ts';
import { dnsAnswers } from './cluster/dns.ts';
import { daemonNames, recorded } from './world/daemons.ts';
import { isAlive } from './world/proc.ts';
import type { World } from './world/world.ts';

interface Row {
  readonly part: string;
  readonly state: string;
  readonly pid: string;
  readonly address: string;
}

/** Parts that every sandbox has; others are listed once they have been started. */
const PARTS = [
  ...['egress', 'registry', 'mirror', 'etcd', 'kube-apiserver', 'kube-controller-manager'],
  ...['kube-scheduler', 'containerd', 'kubelet', 'kube-proxy'],
];

const HEALTHY = ['running', 'ready'];

/** A table of parts, and whether all of them are well. */
export async function statusTable(world: World): Promise<{ text: string; healthy: boolean }> {
  const names = new Set([...PARTS, ...(await daemonNames(world))]);
  const daemons = await Promise.all([...names].map((name) => daemonRow(world, name)));
  const rows = [...daemons, ...(await clusterRows(world))];
  const healthy = rows.every((row) => HEALTHY.includes(row.state));
  const title: Row = { part: 'PART', state: 'STATE', pid: 'PID', address: 'ADDRESS' };
  return { text: format([title, ...rows]), healthy };
}

async function daemonRow(world: World, name: string): Promise<Row> {
  const addresses: Record<string, string> = {
    registry: `https://${world.registry}`,
    mirror: `https://${world.mirror} (docker.io)`,
    'kube-apiserver': world.apiServer,
    issuer: world.issuer,
  };
  const id = await recorded(world, name);
  const state = id === undefined ? 'not started' : isAlive(id) ? 'running' : 'died';
  const pid = id === undefined ? '' : String(id.pid);
  return { part: name, state, pid, address: addresses[name] ?? '' };
}

async function clusterRows(world: World): Promise<Row[]> {
  const api = await connectApi(world);
  const row = async (part: string, ready: Promise<boolean>, address: string): Promise<Row> => {
    const state = (await ready.catch(() => false)) ? 'ready' : 'not ready';
    return { part, state, pid: '', address };
  };
  const node = conditionOf(api, `/api/v1/nodes/${world.nodeName}`, 'Ready');
  const dns = dnsAnswers(world, 1);
  try {
    return await Promise.all([
      row(
        'node',
        node.then((status) => status === 'True'),
        world.nodeIp,
      ),
      row(
        'cluster DNS',
        dns.then(() => true),
        world.dnsIp,
      ),
    ]);
  } finally {
    api.close();
  }
}

function format(rows: readonly Row[]): string {
  const width = (column: keyof Row): number => Math.max(...rows.map((row) => row[column].length));
  const [part, state, pid] = [width('part'), width('state'), width('pid')];
  const line = (row: Row): string =>
    [row.part.padEnd(part), row.state.padEnd(state), row.pid.padEnd(pid), row.address].join('  ');
  return rows.map((row) => `${line(row).trimEnd()}\n`).join('');
}
