// Needs the sandbox: what a real API server says to a dry run of every kind of mistake.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cluster } from '../../src/cluster/connect.ts';
import { createLiveObjects } from '../../src/cluster/live-objects.ts';
import type { KubeObject } from '../../src/domain/manifest.ts';
import { connectAs } from '../support/cluster-as.ts';
import { eventually } from '../support/eventually.ts';
import { makeNamespace, type TestNamespace } from '../support/namespace.ts';
import { testSandbox } from '../support/sandbox.ts';

let namespace: TestNamespace;
let folder: string;
let admin: Cluster;
let nobody: Cluster;

beforeAll(async () => {
  const sandbox = await testSandbox();
  folder = await mkdtemp(join(tmpdir(), 'dry-run-'));
  [namespace, admin, nobody] = await Promise.all([
    makeNamespace(sandbox, 'dry-run'),
    connectAs(sandbox, folder),
    connectAs(sandbox, folder, 'nobody-in-particular'),
  ]);
  await namespace.kubectl('create', 'quota', 'q', '--hard=services=0');
  await sandbox.run([
    ...['kubectl', 'label', 'namespace', namespace.name],
    'pod-security.kubernetes.io/enforce=baseline',
  ]);
  // Both are known to admission some time later; a quota also needs its first count.
  await untilRefused('exceeded quota', 'create', 'service', 'clusterip', 'x', '--tcp=1');
  const overrides = '--overrides={"apiVersion":"v1","spec":{"hostNetwork":true}}';
  await untilRefused('violates PodSecurity', 'run', 'x', '--image=busybox', overrides);
}, 900_000);

afterAll(async () => {
  await Promise.all([namespace?.drop(), admin?.close(), nobody?.close()]);
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** Waits until a dry run of the command fails with these words. */
const untilRefused = (words: string, ...command: readonly string[]): Promise<true> =>
  eventually(() =>
    namespace.kubectl(...command, '--dry-run=server').then(
      () => undefined,
      (error: Error) => error.message.includes(words) || undefined,
    ),
  );

const object = (apiVersion: string, kind: string, more: object = {}, metadata: object = {}) =>
  ({ apiVersion, kind, metadata: { name: 'x', ...metadata }, ...more }) as KubeObject;

const labels = (app: string) => ({ matchLabels: { app } });
const deployment = (app: string, replicas?: number, image = 'busybox:1.36'): KubeObject =>
  object('apps/v1', 'Deployment', {
    spec: {
      ...(replicas !== undefined && { replicas }),
      selector: labels(app),
      template: {
        metadata: { labels: { app } },
        spec: { containers: [{ name: 'web', image, command: ['sleep', '1000'] }] },
      },
    },
  });

const dryRun = (objects: readonly KubeObject[], { by = admin } = {}) =>
  createLiveObjects(by, namespace.name).dryRun(objects);

/** `conflict spec.replicas kubectl (scale)`, one for each finding; the API server has no order. */
const findings = async (...asked: Parameters<typeof dryRun>): Promise<string[]> =>
  (await dryRun(...asked))
    .flatMap((run) =>
      run.findings.map(({ kind, field, manager }) =>
        [kind, field, manager].filter(Boolean).join(' '),
      ),
    )
    .sort((a, b) => a.localeCompare(b));

const DEFINITION = object(
  'apiextensions.k8s.io/v1',
  'CustomResourceDefinition',
  {
    spec: {
      group: 'dry-run.example',
      scope: 'Namespaced',
      names: { kind: 'Toy', plural: 'toys' },
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: { openAPIV3Schema: { type: 'object' } },
        },
      ],
    },
  },
  { name: 'toys.dry-run.example' },
);

test.each<[string, readonly KubeObject[], readonly string[]]>([
  ['nothing wrong', [object('v1', 'ConfigMap')], []],
  ['a field that is none', [object('v1', 'ConfigMap', { dota: {} })], ['invalid dota']],
  [
    'a value that is none',
    [object('v1', 'PersistentVolumeClaim', { spec: { accessModes: ['Often'], resources: {} } })],
    ['invalid spec.accessModes', 'invalid spec.resources[storage]'],
  ],
  ['a quota', [object('v1', 'Service', { spec: { ports: [{ port: 1 }] } })], ['quota']],
  [
    'Pod Security',
    [
      object('v1', 'Pod', {
        spec: { hostNetwork: true, containers: [{ name: 'a', image: 'busybox' }] },
      }),
    ],
    ['denied'],
  ],
  ['a kind that is not served', [object('policy/v1beta1', 'PodSecurityPolicy')], ['unserved']],
  ['a group that is not served', [object('dry-run.example/v1', 'Toy')], ['unserved']],
  [
    'a kind that comes with the release',
    [DEFINITION, object('dry-run.example/v1', 'Toy')],
    ['not-checked'],
  ],
  [
    'a namespace that is not there',
    [object('v1', 'ConfigMap', {}, { namespace: 'dry-run-nowhere' })],
    ['no-namespace'],
  ],
  ['a cluster-wide object', [object('v1', 'Namespace', {}, { name: 'dry-run-new' })], []],
  ['a name that is made later', [object('v1', 'ConfigMap', {}, { name: '' })], ['not-checked']],
])('%s', async (_, objects, expected) => {
  expect(await findings(objects)).toEqual(expected);
});

test('without rights nothing is known, and that is said', async () => {
  expect(await findings([object('v1', 'ConfigMap'), deployment('web')], { by: nobody })).toEqual([
    'not-checked',
    'not-checked',
  ]);
});

describe('an object that is there', () => {
  beforeAll(async () => {
    // As Helm 4 makes it; then somebody scales it and sets its image by hand.
    await applyAsHelm(deployment('web', 0));
    await namespace.kubectl('scale', 'deployment', 'x', '--replicas=1');
    await namespace.kubectl('set', 'image', 'deployment/x', 'web=busybox:by-hand');
  }, 120_000);

  const CONFLICTS = [
    'conflict spec.replicas kubectl (scale)',
    'conflict spec.template.spec.containers[name="web"].image kubectl-set',
  ];

  test('fields that others set are named with who did', async () => {
    expect(await findings([deployment('web', 0)])).toEqual(CONFLICTS);
    expect(await findings([deployment('web', 1, 'busybox:by-hand')])).toEqual([]);
  });

  test('a conflict does not hide what else is wrong', async () => {
    expect(await findings([deployment('other', 0)])).toEqual([
      ...CONFLICTS,
      'immutable spec.selector',
    ]);
  });

  test('with a conflict, too, the answer is the object as it would be', async () => {
    const [run] = await dryRun([deployment('web', 0)]);
    expect(run).toMatchObject({ result: { spec: { replicas: 0 } } });
  });

  test('what helm itself wrote from its own machine is no conflict', async () => {
    const name = { name: 'by-helm-3' };
    const map = (a: string) => object('v1', 'ConfigMap', { data: { a } }, name);
    await namespace.kubectl(
      ...['create', 'configmap', 'by-helm-3', '--from-literal=a=1', '--field-manager=helm'],
    );
    const [run] = await dryRun([map('2')]);
    expect(run).toMatchObject({ findings: [], result: { data: { a: '2' } } });
  });

  test('nothing of all this changed anything', async () => {
    expect((await namespace.get<KubeObject>('deployment', 'x')).spec).toMatchObject({
      replicas: 1,
      selector: labels('web'),
      template: { spec: { containers: [{ image: 'busybox:by-hand' }] } },
    });
    await expect(namespace.get('configmap', 'x')).rejects.toThrow('NotFound');
  });
});

async function applyAsHelm(wanted: KubeObject): Promise<void> {
  const { status } = await admin.call({
    method: 'PATCH',
    path: `/apis/apps/v1/namespaces/${namespace.name}/deployments/x?fieldManager=helm`,
    contentType: 'application/apply-patch+yaml',
    body: wanted,
  });
  expect(status).toBe(201);
}
