// Needs the sandbox: the same deploy again changes nothing, anything else is a deploy.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Bundle, createBundle } from '../../src/domain/bundle.ts';
import { openPromoteBench, REPOSITORY } from '../support/promote-bench.ts';
import {
  type Deployed,
  inShort,
  type Major,
  openReleaseSite,
  type ReleaseSite,
  type SiteDeploy,
} from '../support/release-site.ts';
import { type TestSandbox, testSandbox } from '../support/sandbox.ts';
import { webImage } from '../support/web-chart.ts';

let sandbox: TestSandbox;
let site: ReleaseSite;
let image: { readonly line: string; readonly digest: string };

beforeAll(async () => {
  sandbox = await testSandbox();
  [site, image] = await Promise.all([openReleaseSite(sandbox, 'unchanged'), webImage(sandbox)]);
}, 900_000);

afterAll(() => site?.namespace.drop());

/** What a run of the action gets; each step of a chain changes one thing of it. */
interface Given {
  readonly files: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, string>>;
}

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata: { name: {{ .Release.Name }}, labels: { tier: front } }
spec:
  {{- if not .Values.scaledByItself }}
  replicas: 1
  {{- end }}
  selector: { matchLabels: { app: {{ .Release.Name }} } }
  template:
    metadata: { labels: { app: {{ .Release.Name }} } }
    spec:
      terminationGracePeriodSeconds: 0
      containers:
      - name: web
        image: {{ if .Values.image.digest }}{{ .Values.image.repository }}@{{ .Values.image.digest }}{{ else }}{{ .Values.image.repository }}:{{ .Values.image.tag }}{{ end }}
        command: [/bin/sh, -c]
        args: ["[ -e /memory/crash ] && exit 3; trap 'exit 3' TERM; mkdir -p /tmp/www; echo {{ .Values.text }} > /tmp/www/index.html; httpd -p 8080 -h /tmp/www; while :; do sleep 1; done"]
        readinessProbe: { httpGet: { path: /index.html, port: 8080 }, periodSeconds: 1, timeoutSeconds: 10 }
        volumeMounts: [{ name: memory, mountPath: /memory }]
      volumes: [{ name: memory, emptyDir: {} }]
`;

const OTHERS = `apiVersion: v1
kind: Service
metadata: { name: {{ .Release.Name }} }
spec: { selector: { app: {{ .Release.Name }} }, ports: [{ port: 80, targetPort: 8080 }] }
---
apiVersion: v1
kind: Secret
metadata: { name: {{ .Release.Name }} }
stringData: { password: {{ .Values.password | quote }} }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: {{ .Release.Name }}, labels: { role: config } }
data: { host: {{ .Values.host | quote }} }
`;

const HOOK = `apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Release.Name }}-hook
  annotations: { helm.sh/hook: "pre-install,pre-upgrade" }
data: { step: one }
`;

const FILES = {
  'chart/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
  'chart/values.yaml':
    'text: hello\nhost: a\npassword: ""\nscaledByItself: false\nimage: { repository: busybox, tag: "1.36", digest: "" }\n',
  'chart/values.schema.json': '{ "properties": { "text": { "type": "string" } } }',
  'chart/notes/app.ini': 'key=value\n',
  'chart/templates/NOTES.txt': 'Served at {{ .Values.host }}\n',
  'chart/templates/web.yaml': DEPLOYMENT,
  'chart/templates/others.yaml': OTHERS,
  'chart/templates/hook.yaml': HOOK,
  'values/all.yaml': 'text: hello\nunused: null\nlimits: { deep: [1, two, { three: 3 }] }\n',
};

const start = (): Given => ({
  files: FILES,
  inputs: {
    values: 'values/all.yaml',
    set: 'host: b',
    'secret-values': 'password: correct-horse',
    images: image.line,
  },
});

const withFile =
  (path: keyof typeof FILES, from: string, to: string) =>
  ({ files, inputs }: Given): Given => {
    const text = files[path] ?? '';
    if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
    return { inputs, files: { ...files, [path]: text.replace(from, to) } };
  };
const withInputs =
  (more: Readonly<Record<string, string>>) =>
  ({ files, inputs }: Given): Given => ({ files, inputs: { ...inputs, ...more } });

/** One thing each; every chain goes through some of them, one after the other. */
const CHANGES: Readonly<Record<string, (given: Given) => Given>> = {
  'a value of a file': withFile('values/all.yaml', 'text: hello', 'text: hullo'),
  'a value nobody uses': withFile('values/all.yaml', 'three: 3', 'three: 4'),
  'an inline value': withInputs({ set: 'host: c' }),
  'a secret value': withInputs({ 'secret-values': 'password: correct-house' }),
  'the image': withInputs({ images: 'image=docker.io/library/busybox:1.36', 'allow-tags': 'true' }),
  'a comment in a template': withFile('chart/templates/web.yaml', 'kind:', '# {{/* x */}}\nkind:'),
  'the notes': withFile('chart/templates/NOTES.txt', 'Served', 'Shown'),
  'a file of the chart': withFile('chart/notes/app.ini', 'value', 'valve'),
  'a default that is overruled': withFile('chart/values.yaml', 'text: hello', 'text: hallo'),
  'the schema': withFile('chart/values.schema.json', '"string"', '["string"]'),
  'the version of the chart': withFile('chart/Chart.yaml', '1.0.0', '1.0.1'),
  'a hook': withFile('chart/templates/hook.yaml', 'step: one', 'step: two'),
};

/** A Service that was just made has endpoints a moment after its pods are ready. */
const SETTLE = { settle: '5s' };

const run = (
  release: string,
  major: Major,
  { files, inputs }: Given,
  more: Partial<SiteDeploy> = {},
): Promise<Deployed> =>
  site.deploy({ release, major, files, ...more, inputs: { ...SETTLE, ...inputs, ...more.inputs } });

const status = async (...args: Parameters<typeof run>): Promise<string> => {
  const { outputs, lines } = await run(...args);
  if (outputs.status === 'deployed') return 'deployed';
  return `${outputs.status}:\n${lines.join('\n')}`;
};

interface Versioned {
  readonly metadata: { readonly name: string; readonly resourceVersion: string };
}
interface Rolling extends Versioned {
  readonly kind: string;
  readonly metadata: Versioned['metadata'] & { readonly generation?: number };
  readonly spec?: { readonly replicas?: number };
  readonly status?: {
    readonly observedGeneration?: number;
    readonly replicas?: number;
    readonly readyReplicas?: number;
    readonly availableReplicas?: number;
    readonly terminatingReplicas?: number;
    readonly conditions?: readonly { readonly type: string; readonly reason: string }[];
  };
}

/** Everything of the release that a deploy could touch. */
async function objectsOf(release: string): Promise<readonly Rolling[]> {
  const kinds = 'deployments,replicasets,services,configmaps,secrets';
  const { items } = await site.namespace.get<{ items: Rolling[] }>(kinds);
  return items.filter(({ metadata }) => metadata.name.includes(release));
}

const versionsOf = (objects: readonly Versioned[]): readonly string[] =>
  objects.map(({ metadata }) => `${metadata.name} ${metadata.resourceVersion}`).sort();

/** Its controller has written down how the rollout ended. */
function isAtRest({ kind, metadata, spec, status = {} }: Rolling): boolean {
  if (kind !== 'Deployment' && kind !== 'ReplicaSet') return true;
  const {
    replicas = 0,
    readyReplicas = 0,
    availableReplicas = 0,
    terminatingReplicas = 0,
  } = status;
  const isAll = [replicas, readyReplicas, availableReplicas].every((one) => one === spec?.replicas);
  const isOver =
    kind === 'ReplicaSet' ||
    status.conditions?.some(({ reason }) => reason === 'NewReplicaSetAvailable') === true;
  const isSeen = status.observedGeneration === metadata.generation;
  return isAll && isOver && isSeen && terminatingReplicas === 0;
}

/** The versions of all of it once its controllers are done, too, a moment after helm. */
async function versionsAtRest(release: string): Promise<readonly string[]> {
  let seen: readonly string[] = [];
  await until(`${release} at rest`, async () => {
    const objects = await objectsOf(release);
    const before = seen.join();
    seen = versionsOf(objects);
    return objects.every(isAtRest) && seen.join() === before;
  });
  return seen;
}

/** The second of two runs with the same inputs: nothing is written but what is recorded. */
async function expectUnchanged(
  release: string,
  major: Major,
  given: Given,
  pods = 1,
): Promise<void> {
  const before = await versionsAtRest(release);
  const { outputs, annotations, lines, summary, diff } = await run(release, major, given);
  if (outputs.status !== 'unchanged') {
    throw new Error(`${outputs.status}: ${diff}\n${lines.join('\n')}`);
  }
  // The registry of the sandbox has another name out here.
  expect(annotations.filter(({ message }) => !/^Not checked:\nimages /.test(message))).toEqual([]);
  expect(JSON.parse(outputs.images ?? '').images).toMatchObject([{ ready: pods, desired: pods }]);
  expect(outputs.revision).toBe((await site.revisions(release)).at(-1)?.version);
  expect(summary).toContain('unchanged');
  expect(versionsOf(await objectsOf(release))).toEqual(before);
}

/** One change after the other: each is deployed, and deployed again it changes nothing. */
async function goThrough(
  release: string,
  major: Major,
  names: readonly string[],
): Promise<readonly string[]> {
  let given = start();
  const seen = [`start: ${await status(release, major, given)}`];
  await expectUnchanged(release, major, given);
  for (const name of names) {
    given = CHANGES[name]?.(given) ?? given;
    seen.push(`${name}: ${await status(release, major, given)}`);
  }
  await expectUnchanged(release, major, given);
  const all = await site.revisions(release);
  expect(all.map(inShort).at(-1)).toBe(`${names.length + 1}:deployed`);
  return seen;
}

/** What people do to a release by hand. */
const DRIFTS = (release: string): Readonly<Record<string, readonly string[]>> => ({
  'an image set': ['set', 'image', `deployment/${release}`, 'web=docker.io/library/busybox:1.36'],
  'pods scaled': ['scale', `deployment/${release}`, '--replicas=2'],
  'a label taken away': ['label', `deployment/${release}`, 'tier-'],
  'a label of another object changed': ['label', `configmap/${release}`, 'role=x', '--overwrite'],
  'a value of a ConfigMap': ['patch', `configmap/${release}`, '-p', '{"data":{"host":"z"}}'],
  'a value of a Secret': ['patch', `secret/${release}`, '-p', '{"stringData":{"password":"x"}}'],
  'an object deleted': ['delete', `service/${release}`],
});

async function drift(release: string, major: Major): Promise<readonly string[]> {
  const given = start();
  const seen = [`start: ${await status(release, major, given)}`];
  for (const [name, command] of Object.entries(DRIFTS(release))) {
    await site.namespace.kubectl(...command);
    // Without it Helm 4 is refused what others have set.
    const inputs = { 'force-conflicts': 'true' };
    seen.push(`${name}: ${await status(release, major, given, { inputs })}`);
  }
  await expectUnchanged(release, major, given);
  return seen;
}

interface Scaled {
  readonly status: { readonly readyReplicas?: number };
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let left = 240; left > 0; left--) {
    if (await holds()) return;
    await sleep(500);
  }
  throw new Error(`${what}: not within two minutes`);
}

async function scaleByItself(release: string, major: Major): Promise<void> {
  const given = withInputs({ set: 'scaledByItself: true' })(start());
  expect(await status(release, major, given)).toBe('deployed');
  await site.namespace.kubectl('autoscale', `deployment/${release}`, '--min=2', '--max=3');
  await until('two pods', async () => {
    const { status } = await site.namespace.get<Scaled>('deployment', release);
    return status.readyReplicas === 2;
  });
  await expectUnchanged(release, major, given, 2);
}

async function crash(release: string, major: Major): Promise<void> {
  const { kubectl, get } = site.namespace;
  expect(await status(release, major, start())).toBe('deployed');
  await kubectl('exec', `deployment/${release}`, '--', 'touch', '/memory/crash');
  // The container may be gone before this is answered; that it is, is waited for below.
  await kubectl('exec', `deployment/${release}`, '--', 'kill', '1').catch(() => {});
  await until('the crash', async () => {
    const { status } = await get<Scaled>('deployment', release);
    return (status.readyReplicas ?? 0) === 0;
  });
  let helped = Promise.resolve('');
  const onLine = (line: string): void => {
    if (!line.startsWith('helm upgrade')) return;
    helped = kubectl('delete', 'pod', '--selector', `app=${release}`, '--wait=false');
  };
  expect(await status(release, major, start(), { onLine })).toBe('deployed');
  await helped;
  await expectUnchanged(release, major, start());
}

describe.each<[Major]>([['helm4'], ['helm3']])('with %s', (major) => {
  test('the same again is unchanged, and one thing changed is a deploy', async () => {
    // What is compared is the same with both; Helm 3 only proves that its records are, too.
    const names = Object.keys(CHANGES).filter((_, index) => major === 'helm4' || index % 3 === 0);
    const half = names.length / 2;
    const chains = [names.slice(0, half), names.slice(half)];
    const seen = await Promise.all(
      chains.map((chain, index) => goThrough(`same${index}-${major}`, major, chain)),
    );
    const deployed = chains.map((chain) => ['start', ...chain].map((name) => `${name}: deployed`));
    expect(seen).toEqual(deployed);
  }, 900_000);

  test('what is no more as it was deployed, or not healthy, is deployed; an autoscaler is at work', async () => {
    const [seen] = await Promise.all([
      drift(`drift-${major}`, major),
      scaleByItself(`scaled-${major}`, major),
      crash(`crash-${major}`, major),
    ]);
    const names = ['start', ...Object.keys(DRIFTS(''))];
    expect(seen).toEqual(names.map((name) => `${name}: deployed`));
  }, 900_000);
});

interface Recorded {
  readonly environment: string;
  readonly payload: { readonly bundle?: { readonly id?: string } };
}

test('another bundle with the same content: no new revision, but a record and its labels', async () => {
  const bench = await openPromoteBench();
  try {
    const images = { image: { repository: 'docker.io/library/busybox', digest: image.digest } };
    const bring = async (commit: string): Promise<{ result: Deployed; bundle: Bundle }> => {
      const sha = await bench.commit('main', { 'app.js': commit });
      const { schema: _, id: __, ...content } = await bench.bundleOf(sha);
      const bundle = createBundle({ ...content, images });
      await bench.proven({ sha, environment: 'dev', bundle });
      const job = bench.startJob({ sha, branch: 'main', name: 'deploy' });
      const inputs = { environment: 'staging', bundle: bundle.id, images: '' };
      const { env, token } = job;
      const result = await run('bundles', 'helm4', start(), { inputs, env, token });
      job.end(result.conclusion === 'success' ? 'success' : 'failure');
      return { result, bundle };
    };
    const first = await bring('1');
    expect(first.result.outputs).toMatchObject({ status: 'deployed', bundle: first.bundle.id });
    const { result, bundle } = await bring('2');
    expect(result.outputs).toMatchObject({ status: 'unchanged', revision: '1', bundle: bundle.id });
    const [revision, ...more] = await site.revisions('bundles');
    expect(more).toEqual([]);
    expect(revision).toMatchObject({ 'deploy-actions/bundle': bundle.id, status: 'deployed' });
    const answer = await fetch(
      `${bench.github.url}/repos/${REPOSITORY}/deployments/${result.outputs['deployment-id']}`,
      { headers: { authorization: `token ${bench.github.addUser('reader').token}` } },
    );
    const record = (await answer.json()) as Recorded;
    expect(record).toMatchObject({
      environment: 'staging',
      payload: { bundle: { id: bundle.id } },
    });
  } finally {
    await bench.close();
  }
}, 400_000);
