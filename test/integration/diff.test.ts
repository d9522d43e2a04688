// Needs the sandbox: what a server-side dry run says against what is there.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cluster } from '../../src/cluster/connect.ts';
import { dryRunObjects } from '../../src/cluster/dry-run.ts';
import { createLocate } from '../../src/cluster/kinds.ts';
import { readLiveStates } from '../../src/cluster/live-states.ts';
import { diffObjects } from '../../src/domain/diff.ts';
import { asApplied } from '../../src/domain/helm-metadata.ts';
import { parseManifest } from '../../src/tools/parse-manifest.ts';
import { connectAs } from '../support/cluster-as.ts';
import { makeNamespace, type TestNamespace } from '../support/namespace.ts';
import { type TestSandbox, testSandbox } from '../support/sandbox.ts';
import { webChart } from '../support/web-chart.ts';
import { writeFiles } from '../support/write-files.ts';

type Major = 'helm3' | 'helm4';
let sandbox: TestSandbox;
let namespace: TestNamespace;
let folder: string;
let admin: Cluster;
let stranger: Cluster;

beforeAll(async () => {
  sandbox = await testSandbox();
  namespace = await makeNamespace(sandbox, 'diff');
  folder = await mkdtemp(join(tmpdir(), 'diff-'));
  [admin, stranger] = await Promise.all([
    connectAs(sandbox, folder),
    connectAs(sandbox, folder, 'stranger'),
  ]);
  await writeFiles(folder, { ...webChart(), 'chart/templates/more.yaml': MORE });
  await Promise.all([install('helm3'), install('helm4')]);
  // Their controller writes an annotation: what is read before it and what after would differ.
  for (const release of ['web-helm3', 'web-helm4']) {
    await namespace.kubectl('rollout', 'status', `deployment/${release}`, '--timeout=120s');
  }
}, 900_000);

afterAll(async () => {
  await Promise.all([admin?.close(), stranger?.close(), namespace?.drop()]);
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** Kinds whose objects the API server fills in with much of its own. */
const MORE = `apiVersion: batch/v1
kind: CronJob
metadata: { name: {{ .Release.Name }}-night }
spec:
  schedule: "0 3 * * *"
  suspend: true
  jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "busybox:1.36", resources: { limits: { cpu: 1000m, memory: 1024Mi } } }] } } } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: {{ .Release.Name }} }
data:
  a.b.c: same
  text: {{ .Values.text }}
  {{- if ne .Values.text "other" }}
  leaves: this
  {{- end }}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: {{ .Release.Name }}-set }
spec:
  replicas: 0
  serviceName: none
  selector: { matchLabels: { app: set } }
  template: { metadata: { labels: { app: set } }, spec: { containers: [{ name: a, image: "busybox:1.36" }] } }
  volumeClaimTemplates: [{ metadata: { name: data }, spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Mi } } } }]
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: {{ .Release.Name }} }
spec: { rules: [{ host: a.example, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: a, port: { number: 80 } } } }] } }] }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: {{ .Release.Name }} }
spec: { maxReplicas: 2, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: none } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: {{ .Release.Name }} }
rules: [{ apiGroups: [""], resources: [pods], verbs: [get] }]
`;

const args = (major: Major, values: string): readonly string[] => [
  ...[`web-${major}`, join(folder, 'chart'), '--namespace', namespace.name],
  ...['--set', `replicas=0,password=hunter2-hunter2${values && `,${values}`}`],
];
const install = (major: Major): Promise<string> =>
  sandbox.run([major, 'install', ...args(major, '')]);

async function diff(major: Major, values = '', cluster = admin): Promise<readonly string[]> {
  const render = async (given: string) => {
    const text = await sandbox.run([major, 'template', '--is-upgrade', ...args(major, given)]);
    return asApplied(parseManifest(text), { release: `web-${major}`, namespace: namespace.name });
  };
  const [manifest, recorded] = await Promise.all([render(values), render('')]);
  const ports = { cluster, locate: createLocate(admin, namespace.name) };
  const [live, runs] = await Promise.all([
    readLiveStates(manifest, ports),
    dryRunObjects(manifest, ports),
  ]);
  const compared = manifest.map((wanted, index) => {
    const state = live[index];
    const found = state?.state === 'absent' ? ('absent' as const) : ('unknown' as const);
    return {
      wanted,
      live: state?.state === 'live' ? state.object : found,
      result: runs[index]?.result,
      recorded: recorded.find(({ kind }) => kind === wanted.kind),
    };
  });
  const changes = diffObjects(compared, [], 'salt');
  expect(JSON.stringify(changes)).not.toMatch(/aHVudGVy|managedFields/);
  return changes.map(({ action, object, fields }) =>
    [action, object.kind, ...fields.map(({ path }) => path)].join(' '),
  );
}

describe.each<[Major]>([['helm3'], ['helm4']])('a release of %s', (major) => {
  test('that nothing changes shows no difference', async () => {
    await expect(diff(major)).resolves.toEqual([]);
  });

  test('shows each field that would change', async () => {
    await expect(diff(major, 'text=other,replicas=1,password=other-other')).resolves.toEqual([
      'changed Secret data.password',
      'changed ConfigMap data.leaves data.text',
      'changed Deployment spec.replicas spec.template.spec.containers[web].args[0]',
    ]);
  });
});

test('drift is shown as what would change back', async () => {
  const name = 'configmap/web-helm4';
  await namespace.kubectl('patch', name, '--type=merge', '-p', '{"data":{"text":"by hand"}}');
  await expect(diff('helm4')).resolves.toEqual(['changed ConfigMap data.text']);
  await namespace.kubectl('delete', name);
  await expect(diff('helm4')).resolves.toEqual(['added ConfigMap']);
});

test('what nobody may look at is unknown, never unchanged', async () => {
  const changes = await diff('helm3', '', stranger);
  expect(changes).toHaveLength(9);
  for (const change of changes) expect(change).toMatch(/^unknown /);
});
