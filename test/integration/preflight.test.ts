// Needs the sandbox: all checks before a deploy together, against a real API server.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cluster } from '../../src/cluster/connect.ts';
import type { Hook } from '../../src/domain/assessment.ts';
import type { Coming } from '../../src/domain/coming-objects.ts';
import { type Preflight, type PreflightInput, preflight } from '../../src/release/preflight.ts';
import { preflightPorts } from '../../src/session/preflight-ports.ts';
import { parseManifest } from '../../src/tools/parse-manifest.ts';
import { connectAs } from '../support/cluster-as.ts';
import { eventually } from '../support/eventually.ts';
import { untilGranted } from '../support/granted.ts';
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
  await untilRefused(strict, 'exceeded quota');
  await untilRefused(strict, 'violates PodSecurity');
}, 900_000);

/** A quota counts, and a label of Pod Security holds, some moments after it was written. */
async function untilRefused(
  { name }: TestNamespace,
  why: 'exceeded quota' | 'violates PodSecurity',
): Promise<void> {
  const resources = { requests: { memory: why === 'exceeded quota' ? '1Gi' : '1Mi' } };
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'probe' },
    spec: {
      containers: [
        {
          name: 'a',
          image: 'busybox:1.36',
          resources: { ...resources, limits: resources.requests },
          ...(why === 'violates PodSecurity' && { securityContext: { privileged: true } }),
        },
      ],
    },
  };
  const create = ['kubectl', '--namespace', name, 'create', '--dry-run=server', '--filename', '-'];
  await eventually(async () => {
    const said = await sandbox.run(create, JSON.stringify(pod)).catch(String);
    return said.includes(why) || undefined;
  });
}

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

const refusals = ({ findings }: Preflight): readonly string[] =>
  findings
    .filter(({ outcome }) => outcome === 'refused')
    .map(({ check: name, object, message }) => `${name} ${object}: ${message}`);

describe('nobody is refused for what comes with the release', () => {
  const role = (kind: string): string => `
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: { name: own }
`;
  const statefulSet = `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  serviceName: db
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec:
      priorityClassName: own-class
      serviceAccountName: own
      containers: [{ name: a, image: "busybox:1.36", ${SMALL}, volumeMounts: [{ name: data, mountPath: /data }] }]
  volumeClaimTemplates: [{ metadata: { name: data }, spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Mi } } } }]
`;
  test.each<[string, string]>([
    [
      'a namespace and objects in it',
      `apiVersion: v1
kind: Namespace
metadata: { name: preflight-comes }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: c, namespace: preflight-comes }
---
${deployment('web', SMALL).replace('name: web', 'name: web, namespace: preflight-comes')}`,
    ],
    [
      'a definition and an object of its kind',
      `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: widgets.preflight.example }
spec:
  group: preflight.example
  scope: Namespaced
  names: { kind: Widget, plural: widgets }
  versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }]
---
apiVersion: preflight.example/v1
kind: Widget
metadata: { name: w }
`,
    ],
    [
      'a StatefulSet with claims, its ServiceAccount and its PriorityClass',
      `${statefulSet}---
apiVersion: v1
kind: ServiceAccount
metadata: { name: own }
---
apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata: { name: own-class }
value: 1
`,
    ],
    [
      'a role and its binding',
      `${role('Role')}rules: [{ apiGroups: [""], resources: [pods], verbs: [get] }]
---
${role('RoleBinding')}roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: own }
subjects: [{ kind: ServiceAccount, name: default }]
`,
    ],
  ])('%s', async (_, manifest) => {
    expect(refusals(await check(plain, manifest))).toEqual([]);
  });

  test('a role and its binding, for one who may not bind: nobody can say before', async () => {
    const limited = await connectAs(sandbox, folder, 'limited');
    await plain.apply(`${role('Role').replace('name: own', 'name: limited')}
rules:
- { apiGroups: [""], resources: ["*"], verbs: ["*"] }
- { apiGroups: [rbac.authorization.k8s.io], resources: [roles, rolebindings], verbs: [get, create, patch] }
---
${role('RoleBinding').replace('name: own', 'name: limited')}
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: limited }
subjects: [{ kind: User, apiGroup: rbac.authorization.k8s.io, name: limited }]
`);
    await untilGranted(sandbox, { user: 'limited', namespace: plain.name }, ['create', 'roles']);
    try {
      const manifest = `${role('Role')}rules: [{ apiGroups: [""], resources: [pods], verbs: [get] }]
---
${role('RoleBinding')}roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: own }
subjects: [{ kind: ServiceAccount, name: default }]
`;
      const run = await check(plain, manifest, {}, limited);
      expect(told(run)).toEqual(['not-checked dry-run RoleBinding/own']);
      const more = manifest
        .replace('resources: [pods]', 'resources: [nodes/proxy]')
        .replace('[""]', '["*"]');
      expect(refusals(await check(plain, more, {}, limited))).toEqual([
        expect.stringMatching(/^dry-run Role\/own: .*attempting to grant RBAC permissions/s),
      ]);
    } finally {
      await limited.close();
    }
  });

  test('a namespace that this very deploy makes', async () => {
    const coming = { namespace: 'preflight-does-not-exist', namespaceIsNew: true };
    const manifest = deployment('web', `${SMALL}, envFrom: [{ secretRef: { name: db } }]`);
    const run = await check(plain, manifest, { coming });
    expect(refusals(run)).toEqual([]);
    expect(told(run)).toEqual(
      expect.arrayContaining([
        'warning references Deployment/web',
        'not-checked dry-run Deployment/web',
      ]),
    );
    expect(
      refusals(await check(plain, manifest, { coming: { ...coming, namespaceIsNew: false } })),
    ).toEqual(
      expect.arrayContaining([
        expect.stringContaining('namespaces "preflight-does-not-exist" not found'),
      ]),
    );
  });
});

describe('what is there already', () => {
  const job = (image: string): string =>
    `apiVersion: batch/v1\nkind: Job\nmetadata: { name: fixed }\nspec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "${image}", ${SMALL} }] } } }\n`;

  test('of a hook is no obstacle: helm deletes it first', async () => {
    const run = await check(strict, '', { coming: { hooks: [hook(job('busybox:1.36'))] } });
    expect(told(run)).toEqual([]);
  });

  test('of another release is taken over where that is meant', async () => {
    const service =
      'apiVersion: v1\nkind: Service\nmetadata: { name: taken }\nspec: { ports: [{ port: 80 }] }\n';
    expect(refusals(await check(strict, service, { takeOwnership: true }))).toEqual([]);
    // What the live revision has is its own, whatever marks it lost.
    expect(refusals(await check(strict, service, { before: parseManifest(service) }))).toEqual([]);
  });

  test('and set by somebody else is taken where conflicts are forced', async () => {
    const scaled = deployment('scaled', `${SMALL}, command: [sleep]`);
    const before = parseManifest(scaled);
    expect(refusals(await check(strict, scaled, { before }))).toEqual([
      expect.stringMatching(
        /^dry-run Deployment\/scaled: conflict with "kubectl" with subresource "scale"/,
      ),
    ]);
    const forced = await check(strict, scaled, { before, forceConflicts: true });
    expect(told(forced)).toEqual(['warning dry-run Deployment/scaled']);
    // Helm 3 overwrites without asking.
    const merged = await check(strict, scaled, { before, serverSide: false });
    expect(told(merged)).toEqual(['warning dry-run Deployment/scaled']);
  });

  test('and would go is kept where it says so, or may go where that is meant', async () => {
    const claim = (name: string, note = ''): string =>
      `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: ${name}${note} }\nspec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Mi } } }\n`;
    await plain.apply(
      `${claim('kept', ', annotations: { helm.sh/resource-policy: keep }')}---\n${claim('lost')}`,
    );
    // The manifest of the live revision knows nothing of the annotation.
    const before = parseManifest(`${claim('kept')}---\n${claim('lost')}`);
    const run = await check(plain, '', { before });
    expect(run.removed.map(({ metadata }) => metadata.name)).toEqual(['lost']);
    expect(refusals(run)).toEqual([expect.stringContaining('removal PersistentVolumeClaim/lost')]);
    const allowDelete = [{ kind: 'PersistentVolumeClaim', name: 'lost' }];
    expect(refusals(await check(plain, '', { before, allowDelete }))).toEqual([]);
  });
});

describe('a quota that is full', () => {
  const app = (size: string, more = ''): string =>
    deployment(
      'rolling',
      `resources: { requests: { memory: ${size} }, limits: { memory: ${size} } }`,
    ).replace('replicas: 1', `replicas: 1${more}`);
  const RECREATE = '\n  strategy: { type: Recreate }';
  let full: TestNamespace;
  beforeAll(async () => {
    full = await makeNamespace(sandbox, 'preflight-full');
    await full.apply(
      'apiVersion: v1\nkind: ResourceQuota\nmetadata: { name: small }\nspec: { hard: { requests.memory: 12Mi } }\n',
    );
    await untilRefused(full, 'exceeded quota');
    // As helm 3 writes.
    const apply = ['apply', '--field-manager=helm', '--filename', '-'];
    await sandbox.run(['kubectl', '--namespace', full.name, ...apply], app('10Mi'));
    await full.kubectl(
      'wait',
      '--for=jsonpath={.status.used.requests\\.memory}=10Mi',
      'quota/small',
      '--timeout=120s',
    );
  }, 300_000);
  afterAll(() => full?.drop());

  test.each<[string, string, string[]]>([
    [
      'refuses a rollout that needs more while the old pod runs',
      app('9Mi'),
      ['refused dry-run Deployment/rolling'],
    ],
    [
      'warns where the old pod goes first',
      app('9Mi', RECREATE),
      ['warning dry-run Deployment/rolling'],
    ],
    ['is nothing to a template that stays', app('10Mi'), []],
    ['is nothing to what fits beside the old pod', app('1Mi'), []],
  ])('%s', async (_, manifest, expected) => {
    const run = await check(full, manifest, { before: parseManifest(manifest), serverSide: false });
    expect(told(run)).toEqual(expected);
  });
});
