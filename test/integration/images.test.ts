// Needs the sandbox: its cluster pulls the stand-ins as it would pull from Docker Hub.
import { randomUUID } from 'node:crypto';
import { type TestSandbox, testSandbox } from '../support/sandbox.ts';

let sandbox: TestSandbox;
const namespace = `images-${randomUUID().slice(0, 8)}`;

const kubectl = (...args: string[]): Promise<string> =>
  sandbox.run(['kubectl', '-n', namespace, ...args]);

beforeAll(async () => {
  sandbox = await testSandbox();
  await sandbox.run(['kubectl', 'create', 'namespace', namespace]);
  // Until its controller has made it, pods are refused.
  await kubectl('wait', '--for=create', 'serviceaccount/default', '--timeout=120s');
  const sleeping = { command: ['sleep', '600'], ready: ['true'] };
  await Promise.all([
    startPod({ name: 'psql', image: 'postgres:15-alpine', ...sleeping }),
    startPod({ name: 'redis-cli', image: 'redis:7', ...sleeping }),
    startPod({ name: 'wget', image: 'busybox:1.36', ...sleeping }),
  ]);
}, 900_000);

afterAll(() => sandbox.run(['kubectl', 'delete', 'namespace', namespace, '--wait=false']));

interface PodSettings {
  readonly name: string;
  readonly image: string;
  readonly uid?: number;
  readonly data?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
  readonly ready: readonly string[];
}

/** Starts a pod as a chart would write it, waits until it is Ready, and returns its address. */
async function startPod(pod: PodSettings): Promise<string> {
  const { name, image, uid, data, env = {}, command, ready } = pod;
  const variables = Object.entries(env).map(([key, value]) => ({ name: key, value }));
  const spec = {
    terminationGracePeriodSeconds: 1,
    ...(uid === undefined ? {} : { securityContext: { runAsUser: uid, fsGroup: uid } }),
    containers: [
      {
        name,
        image,
        ...(command ? { command } : {}),
        env: variables,
        readinessProbe: { exec: { command: ready }, periodSeconds: 1, timeoutSeconds: 10 },
        volumeMounts: data ? [{ name: 'data', mountPath: data }] : [],
      },
    ],
    volumes: data ? [{ name: 'data', emptyDir: {} }] : [],
  };
  const manifest = { apiVersion: 'v1', kind: 'Pod', metadata: { name }, spec };
  await sandbox.run(['kubectl', '-n', namespace, 'apply', '-f', '-'], JSON.stringify(manifest));
  await kubectl('wait', `pod/${name}`, '--for=condition=Ready', '--timeout=180s');
  return kubectl('get', 'pod', name, '-o', 'jsonpath={.status.podIP}');
}

/** Runs a command in another pod, so that it comes over the pod network. */
const fromPod = (pod: string, ...command: string[]): Promise<string> =>
  kubectl('exec', pod, '--', ...command);

describe.each([
  { as: 'root', uid: undefined },
  { as: 'the uid of the alpine image', uid: 70 },
  { as: 'the uid of the debian image', uid: 999 },
])('postgres:15-alpine started as $as', ({ uid }) => {
  test('keeps its data on a volume and asks other pods for the password', async () => {
    const name = `postgres-${uid ?? 'root'}`;
    const ip = await startPod({
      name,
      image: 'postgres:15-alpine',
      data: '/var/lib/postgresql/data',
      env: {
        POSTGRES_PASSWORD: 'right',
        POSTGRES_DB: 'shop',
        PGDATA: '/var/lib/postgresql/data/pg',
      },
      ready: ['pg_isready', '-h', '127.0.0.1'],
      ...(uid === undefined ? {} : { uid }),
    });
    const ask = (password: string): Promise<string> =>
      fromPod(
        'psql',
        'psql',
        '-tAc',
        'select 40 + 2',
        `postgres://postgres:${password}@${ip}/shop`,
      );
    expect(await ask('right')).toBe('42\n');
    await expect(ask('wrong')).rejects.toThrow('password authentication failed');
  }, 300_000);
});

test('redis:7-alpine answers other pods and runs as its own user', async () => {
  const image = 'redis:7-alpine';
  const ip = await startPod({ name: 'redis', image, data: '/data', ready: ['redis-cli', 'ping'] });
  expect(await fromPod('redis-cli', 'redis-cli', '-h', ip, 'ping')).toBe('PONG\n');
  const uid = await kubectl('exec', 'redis', '--', 'sh', '-c', 'grep ^Uid /proc/1/status');
  expect(uid.split(/\s+/)[1]).toBe('999');
}, 300_000);

test('nginx:alpine serves its page to other pods', async () => {
  const ip = await startPod({
    name: 'nginx',
    image: 'nginx:alpine',
    ready: ['sh', '-c', 'test -s /run/nginx.pid'],
  });
  const page = await fromPod('wget', 'wget', '-qO-', `http://${ip}/`);
  expect(page).toContain('Welcome to nginx!');
}, 300_000);
