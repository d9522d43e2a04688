// Needs the sandbox: all checks before a deploy together, against a real API server.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cluster } from '../../src/cluster/connect.ts';
import type { Coming } from '../../src/domain/coming-objects.ts';
import type { Hook } from '../../src/domain/rollout.ts';
import { type Preflight, type PreflightInput, preflight } from '../../src/release/preflight.ts';
import { preflightPorts } from '../../src/session/preflight-ports.ts';
import { parseManifest } from '../../src/tools/parse-manifest.ts';
import { connectAs } from '../support/cluster-as.ts';
import { makeNamespace, type TestNamespace } from '../support/namespace.ts';
import { type TestSandbox, testSandbox } from '../support/sandbox.ts';

let sandbox: TestSandbox;
let folder: string;
let admin: Cluster;
let stranger: Cluster;
/** Pod Security `baseline`, a quota, an autoscaler's replicas, a claim, somebody else's Service. */
let strict: TestNamespace;
/** Nothing in it. */
let plain: TestNamespace;

beforeAll(async () => {
  sandbox = await testSandbox();
  folder = await mkdtemp(join(tmpdir(), 'preflight-'));
  [admin, stranger, strict, plain] = await Promise.all([
    connectAs(sandbox, folder),
    connectAs(sandbox, folder, 'stranger'),
    makeNamespace(sandbox, 'preflight-strict'),
    makeNamespace(sandbox, 'preflight'),
  ]);
  await sandbox.run([
    ...['kubectl', 'label', 'namespace', strict.name],
    'pod-security.kubernetes.io/enforce=baseline',
  ]);
  await strict.apply(THERE);
  await strict.kubectl('scale', 'deployment/scaled', '--replicas=2');
}, 900_000);

afterAll(async () => {
  await Promise.all([admin?.close(), stranger?.close(), strict?.drop(), plain?.drop()]);
  if (folder) await rm(folder, { recursive: true, force: true });
});

const deployment = (name: string, container: string, more = ''): string => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  replicas: 1
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      ${more}
      containers: [{ name: web, image: "busybox:1.36", ${container} }]
`;

const THERE = `
apiVersion: v1
kind: ResourceQuota
metadata: { name: small }
spec: { hard: { requests.memory: 10Mi, limits.memory: 10Mi } }
---
apiVersion: v1
kind: Service
metadata: { name: taken }
spec: { ports: [{ port: 80 }] }
---
apiVersion: batch/v1
kind: Job
metadata: { name: fixed }
spec:
  suspend: true
  template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.35" }] } }
---
${deployment('scaled', 'command: [sleep]')}
`;

const SMALL = 'resources: { requests: { memory: 1Mi }, limits: { memory: 1Mi } }';

async function check(
  namespace: TestNamespace,
  manifest: string,
  more: Partial<Omit<PreflightInput, 'coming'>> & { readonly coming?: Partial<Coming> } = {},
  cluster: Pick<Cluster, 'call'> = admin,
): Promise<Preflight> {
  const { coming, ...rest } = more;
  return preflight(
    {
      release: 'web',
      before: [],
      serverSide: true,
      prunes: false,
      dryRun: true,
      access: true,
      allowDelete: [],
      takeOwnership: false,
      forceConflicts: false,
      recordBytes: undefined,
      ...rest,
      coming: {
        operation: 'install',
        namespace: namespace.name,
        namespaceIsNew: false,
        manifest: parseManifest(manifest),
        hooks: [],
        ...coming,
      },
    },
    preflightPorts(cluster, namespace.name),
  );
}

/** `refused dry-run Deployment/web`, one for each finding. */
const told = ({ findings }: Preflight): readonly string[] =>
  findings.map(({ outcome, check: name, object }) => [outcome, name, object].join(' '));

const hook = (manifest: string, event = 'pre-install'): Hook => ({
  object: parseManifest(manifest)[0] as Hook['object'],
  events: [event],
  weight: 0,
});

test('nine different problems are found in one run, each with object, message and hint', async () => {
  const run = await check(
    strict,
    [
      deployment('missing', `${SMALL}, envFrom: [{ secretRef: { name: nope } }]`),
      deployment('privileged', `${SMALL}, securityContext: { privileged: true }`),
      deployment('hungry', 'resources: { requests: { memory: 1Gi }, limits: { memory: 1Gi } }'),
      'apiVersion: v1\nkind: Service\nmetadata: { name: taken }\nspec: { ports: [{ port: 80 }] }\n',
      'apiVersion: batch/v1\nkind: Job\nmetadata: { name: fixed }\nspec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36" }] } } }\n',
      deployment('scaled', `${SMALL}, command: [sleep]`),
      'apiVersion: acme.example/v1\nkind: Widget\nmetadata: { name: w }\n',
      deployment('wrong', `${SMALL}, imagePullPolicy: Sometimes`),
    ].join('---\n'),
    {
      before: parseManifest(
        'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data }\n',
      ),
    },
  );
  const refused = run.findings.filter(({ outcome }) => outcome === 'refused');
  expect(
    [...new Set(refused.map(({ check: name, object }) => `${name} ${object}`))].sort(),
  ).toEqual(
    [
      'dry-run Deployment/hungry',
      'dry-run Deployment/privileged',
      'dry-run Deployment/scaled',
      'dry-run Deployment/wrong',
      'dry-run Job/fixed',
      'dry-run Widget/w',
      'ownership Deployment/scaled',
      'ownership Job/fixed',
      'ownership Service/taken',
      'references Deployment/missing',
      'removal PersistentVolumeClaim/data',
    ].sort(),
  );
  for (const { message, hint } of refused) expect([message, hint]).not.toContain('');
});

test('the healthy twin of each is good, and what it would change is known', async () => {
  const run = await check(
    strict,
    [
      'apiVersion: v1\nkind: Secret\nmetadata: { name: own }\n',
      'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: own }\n',
      deployment(
        'found',
        `${SMALL}, envFrom: [{ secretRef: { name: own } }]`,
        'serviceAccountName: own',
      ),
    ].join('---\n'),
    { coming: { hooks: [hook(deployment('h', SMALL).replace('Deployment', 'Deployment'))] } },
  );
  expect(told(run)).toEqual([]);
  expect(run.compared.map(({ live, result }) => [live, result !== undefined])).toEqual([
    ['absent', true],
    ['absent', true],
    ['absent', true],
  ]);
});

test('who has no rights is refused for them, and told that the rest was not checked', async () => {
  const run = await check(plain, deployment('web', SMALL), {}, stranger);
  expect(told(run)).toEqual(
    expect.arrayContaining([
      'not-checked dry-run Deployment/web',
      'refused access Deployment/web',
      'refused access Helm’s record',
    ]),
  );
  expect(run.compared[0]?.live).toBe('unknown');
});

test('without a connection nothing is refused, and nothing passes silently', async () => {
  const closed = await connectAs(sandbox, folder);
  await closed.close();
  const manifest = deployment('web', `${SMALL}, envFrom: [{ secretRef: { name: nope } }]`);
  const run = await check(plain, manifest, {}, closed);
  expect(new Set(run.findings.map(({ outcome }) => outcome))).toEqual(new Set(['not-checked']));
  expect(new Set(run.findings.map(({ check: name }) => name))).toEqual(
    new Set(['references', 'dry-run', 'access']),
  );
});
