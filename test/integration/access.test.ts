// Needs the sandbox: helm 3.18 and 4.2 as a user who has exactly the rights that we say it needs.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkAccess } from '../../src/cluster/access.ts';
import type { Cluster } from '../../src/cluster/connect.ts';
import { createLocate } from '../../src/cluster/kinds.ts';
import { readLiveStates } from '../../src/cluster/live-states.ts';
import type { KubeObject } from '../../src/domain/manifest.ts';
import { removalBetween } from '../../src/domain/removal.ts';
import { type Located, type RightNeeded, rightsNeeded } from '../../src/domain/rights-needed.ts';
import { parseManifest } from '../../src/tools/parse-manifest.ts';
import { connectAs } from '../support/cluster-as.ts';
import { untilGranted } from '../support/granted.ts';
import { makeNamespace, type TestNamespace } from '../support/namespace.ts';
import { type TestSandbox, testSandbox } from '../support/sandbox.ts';
import { webChart } from '../support/web-chart.ts';
import { writeFiles } from '../support/write-files.ts';

let sandbox: TestSandbox;
let folder: string;
let admin: Cluster;

beforeAll(async () => {
  sandbox = await testSandbox();
  folder = await mkdtemp(join(tmpdir(), 'access-'));
  admin = await connectAs(sandbox, folder);
  await writeFiles(folder, { ...webChart(), 'chart/templates/more.yaml': MORE });
}, 900_000);

afterAll(async () => {
  await admin?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** A ConfigMap whose name changes with its text, and a hook that runs a while. */
const MORE = `apiVersion: v1
kind: ConfigMap
metadata: { name: {{ .Release.Name }}-{{ .Values.text }} }
---
apiVersion: batch/v1
kind: Job
metadata:
  name: {{ .Release.Name }}-migrate
  annotations: { helm.sh/hook: "pre-install,pre-upgrade" }
spec:
  template:
    spec:
      restartPolicy: Never
      containers: [{ name: migrate, image: "busybox:1.36", command: [sleep, "1"] }]
`;

type Major = 'helm3' | 'helm4';

/** A user of its own with a Role of its own, and helm as that user. */
function deployer(namespace: TestNamespace, major: Major) {
  const user = `deployer-of-${namespace.name}`;
  const locate = createLocate(admin, namespace.name);
  const locateAll = async (objects: readonly KubeObject[]): Promise<readonly Located[]> => {
    const states = await readLiveStates(objects, { cluster: admin, locate });
    return objects.map((object, index) => {
      const state = states[index];
      if (state?.state !== 'live' && state?.state !== 'absent') throw new Error('not served');
      const { plural, namespaced } = state.place;
      return { object, plural, namespaced, live: state.state === 'live' };
    });
  };
  const render = async (text: string): Promise<readonly KubeObject[]> => {
    const args = ['template', 'web', join(folder, 'chart'), '--set', `replicas=1,text=${text}`];
    return parseManifest(await sandbox.run([major, ...args]));
  };
  const isHook = ({ metadata }: KubeObject): boolean =>
    metadata.annotations?.['helm.sh/hook'] !== undefined;
  return {
    connect: () => connectAs(sandbox, folder, user),
    rights: async (text: string, before?: string): Promise<readonly RightNeeded[]> => {
      const all = await render(text);
      const manifest = all.filter((object) => !isHook(object));
      const old = before ? (await render(before)).filter((object) => !isHook(object)) : [];
      const { removed } = removalBetween(old, manifest, namespace.name, () => undefined);
      const hooks = await locateAll(all.filter(isHook));
      return rightsNeeded({
        namespace: namespace.name,
        serverSide: major === 'helm4',
        prunes: false,
        applied: await locateAll(manifest),
        removed: await locateAll(removed),
        hooks: hooks.map((one) => ({
          ...one,
          hook: { object: one.object, events: ['pre-install'], weight: 0 },
        })),
      });
    },
    grant: async (rights: readonly RightNeeded[]): Promise<void> => {
      const mark = `grant-${randomUUID()}`;
      const marked: Right = { verb: 'get', group: '', resource: 'configmaps', name: mark };
      await namespace.apply(JSON.stringify(roleOf([...rights, marked], user)));
      const who = { user, namespace: namespace.name };
      await untilGranted(sandbox, who, ['get', `configmaps/${mark}`]);
    },
    upgrade: (text: string): Promise<string> =>
      sandbox.run([
        ...[major, 'upgrade', '--install', 'web', join(folder, 'chart')],
        ...['--namespace', namespace.name, '--kube-as-user', user],
        ...[major === 'helm4' ? '--wait=legacy' : '--wait', '--timeout', '120s'],
        ...['--set', `replicas=1,text=${text}`],
      ]),
  };
}

const RBAC = 'rbac.authorization.k8s.io';

type Right = Pick<RightNeeded, 'verb' | 'group' | 'resource' | 'name'>;

const roleOf = (rights: readonly Right[], user: string) => ({
  apiVersion: 'v1',
  kind: 'List',
  items: [
    {
      apiVersion: `${RBAC}/v1`,
      kind: 'Role',
      metadata: { name: 'exactly' },
      rules: rights.map(({ verb, group, resource, name }) => ({
        apiGroups: [group],
        resources: [resource],
        verbs: [verb],
        ...(name && { resourceNames: [name] }),
      })),
    },
    {
      apiVersion: `${RBAC}/v1`,
      kind: 'RoleBinding',
      metadata: { name: 'exactly' },
      roleRef: { apiGroup: RBAC, kind: 'Role', name: 'exactly' },
      subjects: [{ kind: 'User', apiGroup: RBAC, name: user }],
    },
  ],
});

/** Install, upgrade, and an upgrade that lacks one right. */
async function prove(major: Major): Promise<void> {
  const namespace = await makeNamespace(sandbox, `access-${major}`);
  const { rights, grant, upgrade, connect } = deployer(namespace, major);
  const user = await connect();
  try {
    const install = await rights('one');
    await grant(install);
    expect(await checkAccess(install, user)).toEqual([]);
    await upgrade('one');

    const next = await rights('two', 'one');
    await grant(next);
    expect(await checkAccess(next, user)).toEqual([]);
    await upgrade('two');

    const last = await rights('three', 'two');
    const lacks = ({ verb, resource }: RightNeeded): boolean =>
      verb === 'patch' && resource === 'deployments';
    await grant(last.filter((right) => !lacks(right)));
    expect(await checkAccess(last, user)).toEqual([
      expect.objectContaining({
        check: 'access',
        outcome: 'refused',
        object: 'Deployment/web',
        message: expect.stringContaining(`patch deployments.apps web in ${namespace.name}`),
        hint: expect.stringContaining(
          'apiGroups: [apps], resources: [deployments], verbs: [patch]',
        ),
      }),
    ]);
    await expect(upgrade('three')).rejects.toThrow('cannot patch resource "deployments"');
  } finally {
    await Promise.all([user.close(), namespace.drop()]);
  }
}

test('what helm 3 and 4 need is enough, and without one right they fail as we said', async () => {
  const majors: readonly Major[] = ['helm3', 'helm4'];
  const ends = await Promise.allSettled(majors.map(prove));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}, 600_000);

test('one who may do anything is asked for kinds, not for names', async () => {
  const names = Array.from({ length: 50 }, (_, index) => `c${index}`);
  const needed = names.map(
    (name): RightNeeded => ({
      ...{ verb: 'patch', group: '', resource: 'configmaps' },
      ...{ namespace: 'default', name, object: `ConfigMap/${name}` },
    }),
  );
  const asked: unknown[] = [];
  const counting: Pick<Cluster, 'call'> = {
    call: (call) => {
      asked.push(call);
      return admin.call(call);
    },
  };
  await expect(checkAccess(needed, counting)).resolves.toEqual([]);
  expect(asked).toHaveLength(1);
});

test('without an answer nothing was checked', async () => {
  const closed = await connectAs(sandbox, folder);
  await closed.close();
  const right: RightNeeded = {
    ...{ verb: 'create', group: 'apps', resource: 'deployments' },
    ...{ namespace: 'default', name: '', object: 'Deployment/web' },
  };
  await expect(checkAccess([right], closed)).resolves.toEqual([
    expect.objectContaining({
      outcome: 'not-checked',
      message: expect.stringMatching(
        /^whether we may create deployments\.apps in default is not known/,
      ),
    }),
  ]);
});
