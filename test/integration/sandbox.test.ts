// Needs the sandbox; works in namespaces of its own and leaves what runs alone.
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { statusTable } from '../../sandbox/status.ts';
import { eventually } from '../support/eventually.ts';
import { type TestSandbox, testSandbox } from '../support/sandbox.ts';
import { sandboxCommand } from '../support/sandbox-command.ts';

let sandbox: TestSandbox;
const namespace = `sandbox-${randomBytes(3).toString('hex')}`;
const kubectl = (...args: readonly string[]): Promise<string> =>
  sandbox.run(['kubectl', '--namespace', namespace, ...args]);
const cli = (...args: readonly string[]) => sandboxCommand([...args]);

beforeAll(async () => {
  sandbox = await testSandbox();
  await sandbox.run(['kubectl', 'create', 'namespace', namespace]);
  // Without it no pod is taken.
  await eventually(() => kubectl('get', 'serviceaccount', 'default').catch(() => undefined));
}, 900_000);

afterAll(() => kubectl('delete', 'namespace', namespace, '--wait=false'));

/** A node or a DNS that does not answer within seconds, as the machine stalls, is not ready. */
const healthyTable = (): Promise<string> =>
  eventually(async () => {
    const { text: table, healthy } = await statusTable(sandbox.world);
    return healthy ? table : undefined;
  });

test('status lists every part as running, the node and the DNS as ready', async () => {
  const { stdout } = await eventually(async () => {
    const end = await cli('status');
    return end.code === 0 ? end : undefined;
  });
  expect(stdout).toMatch(/^kube-apiserver +running +\d+ +https:\/\//m);
  expect(stdout).toMatch(/^node +ready/m);
  expect(stdout).not.toMatch(/died|not started|not ready/);
});

test('a second up starts nothing and changes no process', async () => {
  const before = await healthyTable();
  const { code } = await cli('up');
  expect(code).toBe(0);
  expect(await healthyTable()).toBe(before);
}, 300_000);

test('a pod finds services by name, and learns at once that other names do not exist', async () => {
  const script = `
    import { lookup } from 'node:dns/promises';
    for (const name of ['kubernetes.default', 'kubernetes.default.svc.cluster.local', 'example.com'])
      console.log(name, await lookup(name).then((found) => found.address, (error) => error.code));`;
  await kubectl(
    'run',
    'names',
    '--image=node:24-slim',
    '--restart=Never',
    '--',
    'node',
    ...['--input-type=module', '--eval', script],
  );
  await kubectl('wait', '--for=jsonpath={.status.phase}=Succeeded', 'pod/names', '--timeout=240s');
  expect(await kubectl('logs', 'names')).toBe(
    'kubernetes.default 10.96.0.1\n' +
      'kubernetes.default.svc.cluster.local 10.96.0.1\n' +
      'example.com ENOTFOUND\n',
  );
}, 300_000);

test('a service of type NodePort answers the machine itself', async () => {
  await kubectl('create', 'deployment', 'web', '--image=nginx:alpine');
  await kubectl('expose', 'deployment', 'web', '--type=NodePort', '--port=80');
  await kubectl('rollout', 'status', 'deployment/web', '--timeout=240s');
  const port = await kubectl('get', 'service', 'web', '-o', 'jsonpath={.spec.ports[0].nodePort}');
  expect(await getWithin(60_000, `http://${sandbox.world.nodeIp}:${port}/`)).toContain('nginx');
}, 400_000);

test('exec runs a command with the tools on its path and passes its exit code on', async () => {
  const { stdout, code } = await cli('exec', '--', 'sh', '-c', 'helm version --short; exit 7');
  expect(stdout).toMatch(/^v4\./);
  expect(code).toBe(7);
});

test('a signal that ends the command ends exec by the same signal', async () => {
  expect((await cli('exec', '--', 'sh', '-c', 'kill -TERM $$')).signal).toBe('SIGTERM');
});

test('env prints lines that a shell takes', async () => {
  const { stdout } = await cli('env');
  const { KUBECONFIG } = sandbox.environment.env;
  expect(stdout).toContain(`export KUBECONFIG='${KUBECONFIG}'\n`);
});

test('a command inside reaches the package registry that the machine uses', async () => {
  expect(await sandbox.run(['npm', 'view', 'is-number@7.0.0', 'version'])).toBe('7.0.0\n');
}, 300_000);

test('an unknown command, an unknown sandbox and an unknown log say what to do', async () => {
  expect((await cli('start')).stderr).toContain('unknown command start');
  expect((await cli('status', '--name', 'nowhere')).stderr).toContain('up --name nowhere');
  expect((await cli('logs', 'nothing')).stderr).toContain('there are: containerd');
});

/** The service's rules are there some moments after its pods are ready. */
async function getWithin(ms: number, url: string): Promise<string> {
  for (const end = Date.now() + ms; ; await sleep(100)) {
    try {
      return await new Promise((resolve, reject) => {
        request(url, (response) => resolve(text(response)))
          .on('error', reject)
          .end();
      });
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}
