// Needs the sandbox: a real cluster with its OIDC issuer, Helm 3.18 and 4.2.
// What `helm rollback` alone gets wrong, and the rollback action does not.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunResult, runAction } from '../../sandbox/runner/run-action.ts';
import { untilGranted } from '../support/granted.ts';
import { helmFirst } from '../support/helm-first.ts';
import { makeNamespace, type TestNamespace } from '../support/namespace.ts';
import { deployment, GOOD, MISSING, statefulSet, withData } from '../support/restore-manifests.ts';
import { type TestSandbox, testSandbox } from '../support/sandbox.ts';

const ACTION = join(import.meta.dirname, '../../rollback');
let sandbox: TestSandbox;
let namespace: TestNamespace;
/** Its deployer may not delete pods. */
let limited: TestNamespace;
let folder: string;

beforeAll(async () => {
  sandbox = await testSandbox();
  namespace = await makeNamespace(sandbox, 'restore');
  limited = await makeNamespace(sandbox, 'restore-limited');
  await Promise.all([forbidPodDeletion(limited), allowDefinitions(namespace)]);
  folder = await mkdtemp(join(tmpdir(), 'restore-'));
}, 900_000);

afterAll(async () => {
  await Promise.all([namespace?.drop(), limited?.drop()]);
  const ours = namespace && [
    ...['helm3', 'helm4'].map((major) => `crd/toys${major}.${namespace.name}.example`),
    ...['clusterrole', 'clusterrolebinding'].map((kind) => `${kind}/${namespace.name}`),
  ];
  await namespace?.kubectl('delete', '--ignore-not-found', '--wait=false', ...(ours ?? []));
  if (folder) await rm(folder, { recursive: true, force: true });
});

async function forbidPodDeletion({ kubectl, get }: TestNamespace): Promise<void> {
  const { rules } = await get<{ rules: { resources: string[]; verbs: string[] }[] }>(
    'role',
    'deployer',
  );
  const index = rules.findIndex(
    ({ resources, verbs }) => resources.includes('pods') && verbs.includes('delete'),
  );
  const patch = [{ op: 'replace', path: `/rules/${index}/verbs`, value: ['get'] }];
  await kubectl('patch', 'role', 'deployer', '--type=json', '-p', JSON.stringify(patch));
}

/** Definitions belong to no namespace. */
async function allowDefinitions({ name, get, apply }: TestNamespace): Promise<void> {
  const { subjects } = await get<{ subjects: { name: string }[] }>('rolebinding', 'deployer');
  await apply(`
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: ${name} }
rules:
- apiGroups: [apiextensions.k8s.io]
  resources: [customresourcedefinitions]
  verbs: [get, create, patch, delete]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: ${name} }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${name} }
subjects: ${JSON.stringify(subjects)}
`);
  const [{ name: user = '' } = {}] = subjects;
  const question = ['patch', 'customresourcedefinitions.apiextensions.k8s.io'];
  await untilGranted(sandbox, { user, namespace: name }, question);
}

type Major = 'helm3' | 'helm4';

/** A release in a helm of one major version, made as somebody makes it by hand. */
function releaseOf(major: Major, name: string, place = namespace) {
  const helm = (...args: string[]): Promise<string> =>
    sandbox.run([major, '--namespace', place.name, ...args]);
  return {
    name,
    helm,
    /** A new revision from this manifest; waits for its pods where it is a good one. */
    revision: async (manifest: string, wait: boolean): Promise<void> => {
      // Two releases of one name, in two namespaces, are made at the same time.
      const chart = join(folder, place.name, name);
      await sandbox.run(['mkdir', '-p', join(chart, 'templates')]);
      await writeFile(join(chart, 'Chart.yaml'), 'apiVersion: v2\nname: restore\nversion: 1.0.0\n');
      await writeFile(join(chart, 'templates/all.yaml'), manifest);
      const strategy = major === 'helm4' ? '--wait=legacy' : '--wait';
      await helm('upgrade', '--install', name, chart, ...(wait ? [strategy] : []));
    },
    rollback: async (inputs: Record<string, string> = {}): Promise<RunResult> =>
      runAction(ACTION, {
        timeoutMs: 300_000,
        env: { ...(await place.jobEnvironment()), ...withHelm(major) },
        inputs: {
          release: name,
          namespace: place.name,
          reason: 'test',
          target: '1',
          timeout: '180s',
          ...place.login,
          ...inputs,
        },
      }),
  };
}

const withHelm = (major: Major): Record<string, string> =>
  helmFirst(sandbox, sandbox.environment.helm[major === 'helm4' ? 'v4' : 'v3']);

interface Live {
  readonly metadata: {
    readonly uid: string;
    readonly annotations?: Record<string, string>;
  };
  readonly spec: {
    readonly replicas: number;
    readonly template: { readonly spec: { readonly containers: readonly { image: string }[] } };
  };
  readonly status: {
    readonly readyReplicas?: number;
    readonly conditions?: readonly { type: string; status: string }[];
    readonly containerStatuses?: readonly { state: { waiting?: { reason: string } } }[];
  };
}

const read = (kind: string, name: string, place = namespace): Promise<Live> =>
  place.get<Live>(kind, name);

async function until(what: string, done: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 180_000; Date.now() < end; ) {
    if (await done().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new Error(`It never came: ${what}`);
}

const log = (result: RunResult): string => result.lines.join('\n');

describe.each(['helm4', 'helm3'] as const)('%s', (major) => {
  test.concurrent('replicas that somebody scaled stay, and the history keeps what it said', async () => {
    const release = releaseOf(major, `scaled-${major}`);
    await release.revision(deployment(release.name), true);
    await release.revision(deployment(release.name, { image: MISSING }), false);
    await namespace.kubectl('scale', 'deployment', release.name, '--replicas=3');
    const before = await release.helm('get', 'manifest', release.name, '--revision', '1');

    const result = await release.rollback();
    expect(log(result)).toContain(
      `Deployment/${release.name} keeps its 3 replicas, set by kubectl (scale); revision 1 says 1`,
    );
    expect(result.outputs.status).toBe('restored');
    expect(await read('deployment', release.name)).toMatchObject({
      spec: { replicas: 3, template: { spec: { containers: [{ image: GOOD }] } } },
      status: { readyReplicas: 3 },
    });
    expect(await release.helm('get', 'manifest', release.name, '--revision', '1')).toBe(before);
  }, 400_000);

  test.concurrent('an autoscaler’s replicas stay', async () => {
    const release = releaseOf(major, `auto-${major}`);
    await release.revision(deployment(release.name), true);
    await release.revision(deployment(release.name, { image: MISSING }), false);
    await namespace.kubectl('autoscale', 'deployment', release.name, '--min=3', '--max=4');
    await until('the autoscaler', async () => {
      return (await read('deployment', release.name)).spec.replicas === 3;
    });

    const result = await release.rollback();
    expect(log(result)).toContain('keeps its 3 replicas, set by kube-controller-manager (scale)');
    expect(result.outputs.status).toBe('restored');
    expect((await read('deployment', release.name)).spec.replicas).toBe(3);
  }, 400_000);

  test.concurrent('an image that was set by hand goes, and what is overwritten is named', async () => {
    const release = releaseOf(major, `drift-${major}`);
    await release.revision(deployment(release.name), true);
    await release.revision(deployment(release.name, { replicas: 2 }), false);
    await namespace.kubectl('set', 'image', `deployment/${release.name}`, `web=${MISSING}`);

    const result = await release.rollback();
    expect(result.outputs.status).toBe('restored');
    expect((await read('deployment', release.name)).spec).toMatchObject({
      replicas: 1,
      template: { spec: { containers: [{ image: GOOD }] } },
    });
    if (major === 'helm4') {
      expect(log(result)).toContain(
        `Deployment/${release.name} spec.template.spec.containers[name="web"].image: changed by kubectl-set`,
      );
    }
  }, 400_000);

  test.concurrent('what holds data and only the bad revision has is kept, a ConfigMap goes', async () => {
    const release = releaseOf(major, `data-${major}`);
    const { name } = release;
    const kinds = `toys${major}.${namespace.name}.example`;
    await release.revision(deployment(name), true);
    await release.revision(deployment(name, { image: MISSING }) + withData(name, kinds), false);
    const kept = [
      ['PersistentVolumeClaim', name],
      ['StatefulSet', name],
      ['CustomResourceDefinition', kinds],
    ] as const;
    const uids = () =>
      Promise.all(kept.map(async ([kind, one]) => (await read(kind, one)).metadata.uid));
    const before = await uids();

    const result = await release.rollback();
    expect(result.outputs.status).toBe('restored');
    expect(await uids()).toEqual(before);
    const warnings = result.annotations.map(({ message }) => message).join('\n');
    for (const [kind, one] of kept) {
      expect(warnings).toContain(`${kind}/${one} is kept, it may hold data`);
      const { annotations } = (await read(kind, one)).metadata;
      expect(annotations).not.toHaveProperty('helm.sh/resource-policy');
    }
    await expect(read('configmap', name)).rejects.toThrow('NotFound');
  }, 400_000);

  test.concurrent('a StatefulSet that hangs comes back; its Ready pods are not touched', async () => {
    const release = releaseOf(major, `set-${major}`);
    const { uid } = await makeHang(release);
    const result = await release.rollback();
    expect(log(result)).toContain(`Pod ${release.name}-1 of the failed revision kept`);
    expect(result.outputs.status).toBe('restored');
    expect((await read('statefulset', release.name)).status.readyReplicas).toBe(2);
    expect((await read('pod', `${release.name}-0`)).metadata.uid).toBe(uid);
  }, 400_000);

  test.concurrent('without the right to delete pods it says the command', async () => {
    const release = releaseOf(major, `set-${major}`, limited);
    const { uid } = await makeHang(release, limited);
    const result = await release.rollback({ timeout: '60s' });
    expect(result.outputs.status).toBe('failed');
    expect(log(result)).toContain(
      `By hand: kubectl delete pod ${release.name}-1 --namespace ${limited.name}`,
    );
    expect((await read('pod', `${release.name}-0`, limited)).metadata.uid).toBe(uid);
  }, 400_000);
});

test.concurrent.each<[Major, Major, Major]>([
  ['helm3', 'helm4', 'helm4'],
  ['helm4', 'helm3', 'helm4'],
  ['helm4', 'helm3', 'helm3'],
])(
  'made by %s, broken by %s, scaled and changed by hand, restored by %s',
  async (made, broke, by) => {
    const name = `mixed-${made}-${broke}-${by}`;
    await releaseOf(made, name).revision(deployment(name), true);
    await releaseOf(broke, name).revision(deployment(name, { image: MISSING }), false);
    await namespace.kubectl('scale', 'deployment', name, '--replicas=2');
    await namespace.kubectl('set', 'image', `deployment/${name}`, 'web=busybox:by-hand');
    const result = await releaseOf(by, name).rollback();
    expect(result.outputs.status).toBe('restored');
    expect((await read('deployment', name)).spec).toMatchObject({
      replicas: 2,
      template: { spec: { containers: [{ image: GOOD }] } },
    });
  },
  400_000,
);

/** Two pods, the second of which hangs on an image that is not there. @returns the first */
async function makeHang(
  release: ReturnType<typeof releaseOf>,
  place = namespace,
): Promise<Live['metadata']> {
  await release.revision(statefulSet(release.name), true);
  await release.revision(statefulSet(release.name, { image: MISSING }), false);
  await until('the pod that hangs', async () => {
    const { containerStatuses = [] } = (await read('pod', `${release.name}-1`, place)).status;
    return /Pull/.test(containerStatuses[0]?.state.waiting?.reason ?? '');
  });
  return (await read('pod', `${release.name}-0`, place)).metadata;
}
