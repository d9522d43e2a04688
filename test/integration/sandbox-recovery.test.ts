// Needs the machine's rights; starts a second sandbox beside the shared one and breaks it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectApi } from '../../sandbox/cluster/api.ts';
import { conditionOf } from '../../sandbox/cluster/condition.ts';
import { daemonNames, recorded } from '../../sandbox/world/daemons.ts';
import { mountsBelow } from '../../sandbox/world/mounts.ts';
import { findProcesses, hasVariable } from '../../sandbox/world/proc.ts';
import { findWorld, type World } from '../../sandbox/world/world.ts';
import { eventually } from '../support/eventually.ts';
import { testSandbox } from '../support/sandbox.ts';
import { sandboxCommand } from '../support/sandbox-command.ts';

const name = `t${process.pid}`;
const cli = (command: string, ...args: readonly string[]) =>
  sandboxCommand([command, '--name', name, ...args]);

// The tools are made for the shared sandbox: with them, all below is a matter of seconds.
beforeAll(() => testSandbox(), 900_000);
afterAll(() => cli('reset'), 300_000);

function world(): World {
  const found = findWorld(name);
  if (!found) throw new Error(`no sandbox ${name}`);
  return found;
}

async function pidOf(part: string): Promise<number> {
  const id = await recorded(world(), part);
  if (!id) throw new Error(`${part} was never started`);
  return id.pid;
}

/** `''` for what is gone by now: commands of the kubelet, notes on pods of other sandboxes. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Everything of the sandbox that the machine still knows of. */
function traces(): string[] {
  const { netns, link, marker, folder, runFolder, cgroup } = world();
  const cgroups = [
    '/sys/fs/cgroup',
    ...readdirSync('/sys/fs/cgroup').map((at) => `/sys/fs/cgroup/${at}`),
  ];
  const notes = '/var/lib/cni/results';
  return [
    ...findProcesses((pid) => hasVariable(pid, 'DEPLOY_ACTIONS_SANDBOX', marker)).map(
      ({ pid }) => `process ${textOf(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')}`,
    ),
    ...mountsBelow(folder),
    ...mountsBelow(runFolder),
    ...cgroups.map((at) => join(at, cgroup)).filter(existsSync),
    ...[`/run/netns/${netns}`, `/sys/class/net/${link.host}`, runFolder].filter(existsSync),
    ...(existsSync(notes) ? readdirSync(notes) : [])
      .map((file) => join(notes, file))
      .filter((file) => textOf(file).includes(`${runFolder}/`)),
  ];
}

const accepts = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ port, host, timeout: 60_000 });
    for (const [event, answer] of [
      ['connect', true],
      ['error', false],
      ['timeout', false],
    ] as const) {
      socket.on(event, () => {
        socket.destroy();
        resolve(answer);
      });
    }
  });

/** A node or a DNS that does not answer within seconds, as the machine stalls, is not ready. */
const untilHealthy = () => eventually(async () => (await cli('status')).code === 0 || undefined);

/** Runs `up` and kills it in the moment it has started that part. */
async function upKilledAt(part: string): Promise<void> {
  const killer = new AbortController();
  const up = sandboxCommand(['up', '--name', name], killer.signal);
  while (!findWorld(name) || !(await daemonNames(world())).includes(part)) await sleep(5);
  killer.abort();
  expect((await up).signal).toBe('SIGKILL');
}

test.each(['egress', 'kube-apiserver', 'kubelet'])(
  'down undoes an up that was killed when it started the %s',
  async (part) => {
    await upKilledAt(part);
    expect(traces()).not.toEqual([]);
    expect((await cli('down')).code).toBe(0);
    expect(traces()).toEqual([]);
  },
  300_000,
);

test('an up finishes what one that was killed half-way has begun', async () => {
  await upKilledAt('containerd');
  expect(await cli('up')).toMatchObject({ code: 0 });
  await untilHealthy();
}, 300_000);

test('two that start it at once both find it running, once', async () => {
  await cli('down');
  const ends = await Promise.all([cli('up'), cli('up')]);
  expect(ends.map((end) => end.code)).toEqual([0, 0]);
  await untilHealthy();
}, 300_000);

test('it lives beside the shared one', async () => {
  const shared = await testSandbox();
  expect(await accepts(6443, world().nodeIp)).toBe(true);
  expect(await accepts(6443, shared.world.nodeIp)).toBe(true);
  expect(world().nodeIp).not.toBe(shared.world.nodeIp);
});

test('status shows what died, and up starts that and nothing else', async () => {
  const before = new Map<string, number>();
  for (const part of await daemonNames(world())) before.set(part, await pidOf(part));
  process.kill(await pidOf('kubelet'), 'SIGKILL');
  process.kill(await pidOf('egress'), 'SIGKILL');
  const status = await cli('status');
  expect(status.code).toBe(1);
  expect(status.stdout).toMatch(/^kubelet +died/m);
  expect(await cli('up')).toMatchObject({ code: 0 });
  const changed = new Set<string>();
  for (const [part, pid] of before) if ((await pidOf(part)) !== pid) changed.add(part);
  expect(changed).toEqual(new Set(['egress', 'kubelet']));
}, 300_000);

test('after a crash of everything up brings the same cluster back', async () => {
  const kubectl = (...args: readonly string[]) => cli('exec', '--', 'kubectl', ...args);
  await kubectl('create', 'configmap', 'kept', '--from-literal=a=b');
  for (const part of await daemonNames(world())) process.kill(await pidOf(part), 'SIGKILL');
  expect(await cli('up')).toMatchObject({ code: 0 });
  expect((await kubectl('get', 'configmap', 'kept', '-o', 'jsonpath={.data.a}')).stdout).toBe('b');
  const api = await connectApi(world());
  const path = `/api/v1/nodes/${world().nodeName}`;
  // The kubelet may not have said it yet.
  const ready = () => conditionOf(api, path, 'Ready').catch(() => undefined);
  expect(await eventually(ready).finally(() => api.close())).toBe('True');
}, 300_000);

test('down leaves no process, mount, network, cgroup or note behind', async () => {
  await cli('exec', '--', 'kubectl', 'run', 'web', '--image=nginx:alpine');
  await cli('exec', '--', 'kubectl', 'wait', '--for=condition=Ready', 'pod/web', '--timeout=60s');
  expect(traces()).not.toEqual([]);
  expect((await cli('down')).code).toBe(0);
  expect(traces()).toEqual([]);
  expect((await cli('env')).stderr).toContain(`up --name ${name}`);
}, 300_000);

test('reset forgets it', async () => {
  const { folder } = world();
  expect((await cli('reset')).code).toBe(0);
  expect(existsSync(folder)).toBe(false);
  expect(findWorld(name)).toBeUndefined();
}, 300_000);
