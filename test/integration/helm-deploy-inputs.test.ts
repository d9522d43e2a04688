// Needs the sandbox: what the inputs of helm-deploy that concern checks and ownership really do.
import {
  type ChartObject,
  chartFiles,
  deployment,
  RELEASE,
  statefulSet,
} from '../support/fault-chart.ts';
import { openReleaseSite, type ReleaseSite } from '../support/release-site.ts';
import { testSandbox } from '../support/sandbox.ts';
import { webChart } from '../support/web-chart.ts';

let site: ReleaseSite;

beforeAll(async () => {
  site = await openReleaseSite(await testSandbox(), 'inputs');
}, 900_000);

afterAll(() => site?.namespace.drop());

const config = (text: string, suffix = ''): ChartObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: `${RELEASE}${suffix}` },
  data: { text },
});

/** Without pods: its removal is asked about because of the data it may have had. */
const SET = statefulSet({ spec: { replicas: 0 } });

const run = (release: string, chart: readonly ChartObject[], inputs: Record<string, string> = {}) =>
  site.deploy({ release, files: chartFiles(chart), inputs });

test.concurrent('mode: plan tells the changes and makes none', async () => {
  const { namespace } = site;
  const names = async (): Promise<string> =>
    namespace.kubectl('get', 'configmaps,secrets,leases', '-o', 'name');
  const before = (await names()).split('\n').filter((name) => name.includes('planned'));
  const plan = await run('planned', [config('one')], { mode: 'plan' });
  expect(plan.outputs).toMatchObject({ status: 'planned', revision: '' });
  expect(plan.diff).toContain('+ ConfigMap/planned');
  expect(plan.manifest).toContain('text: one');
  expect(plan.summary).toContain('Nothing was changed in the cluster.');
  expect(plan.summary).toContain('ConfigMap/planned');
  expect((await names()).split('\n').filter((name) => name.includes('planned'))).toEqual(before);

  const { outputs } = await run('planned', [config('one')]);
  expect(outputs.status).toBe('deployed');
  const next = await run('planned', [config('two')], { mode: 'plan' });
  expect(next.diff).toContain('data.text');
  expect(await site.revisions('planned')).toHaveLength(1);
  const { data } = await namespace.get<{ data: { text: string } }>('configmap', 'planned');
  expect(data.text).toBe('one');
}, 400_000);

test.concurrent('take-ownership: what somebody else made is taken over only when it is meant', async () => {
  await site.namespace.kubectl('create', 'configmap', 'owned', '--from-literal=text=theirs');
  const refused = await run('owned', [config('ours')]);
  expect(refused.outputs.status).toBe('refused');
  expect(refused.annotations[0]?.message).toMatch(/own/);
  const taken = await run('owned', [config('ours')], {
    'take-ownership': 'true',
    'force-conflicts': 'true',
    labels: 'team=shop',
    description: 'taken over',
  });
  expect(taken.outputs.status).toBe('deployed');
  expect((await site.revisions('owned')).at(-1)).toMatchObject({ team: 'shop' });
  const history = await site.namespace.kubectl('get', 'configmap', 'owned', '-o', 'yaml');
  expect(history).toContain('text: ours');
}, 400_000);

test.concurrent('allow-delete: data goes only when it is meant', async () => {
  const first = await run('data', [config('one'), SET], { checks: 'none' });
  const refused = await run('data', [config('one')]);
  expect([first.outputs.status, refused.outputs.status]).toEqual(['deployed', 'refused']);
  expect(refused.annotations[0]?.message).toContain('allow-delete');
  const allow = { 'allow-delete': 'StatefulSet/data' };
  expect((await run('data', [config('one')], allow)).outputs.status).toBe('deployed');
}, 400_000);

test.concurrent('checks: none looks at nothing before helm does', async () => {
  const lost = [deployment({ pod: { serviceAccountName: 'nobody-made-it' } })];
  const checked = await run('unlooked', lost);
  expect(checked.outputs).toMatchObject({ status: 'refused', revision: '' });
  expect(checked.annotations[0]?.message).toContain('ServiceAccount/nobody-made-it');
  const { outputs } = await run('unlooked', lost, { checks: 'none' });
  expect(outputs).toMatchObject({ status: 'failed', revision: '1', manifest: '', diff: '' });
  expect(JSON.parse(outputs.diagnosis ?? '')).toMatchObject({ code: 'missing-config' });
}, 400_000);

test.concurrent('strict-checks: an image that nobody can ask for is refused, else it is a warning', async () => {
  const digest = `sha256:${'d'.repeat(64)}`;
  const inputs = { images: `image=registry.invalid/web@${digest}`, mode: 'plan' };
  const files = webChart();
  const loose = await site.deploy({ release: 'strict', files, inputs });
  expect(loose.outputs.status).toBe('planned');
  expect(loose.annotations.map(({ level }) => level)).toEqual(['warning']);
  expect(loose.annotations[0]?.message).toContain('Not checked');
  const strict = await site.deploy({
    release: 'strict',
    files,
    inputs: { ...inputs, 'strict-checks': 'true' },
  });
  expect(strict.outputs.status).toBe('refused');
  expect(strict.annotations[0]?.message).toMatch(/could not be checked.*registry.invalid/s);
}, 400_000);

test('a cluster that does not answer is named as unreachable, with what kubectl said', async () => {
  const kubeconfig = `apiVersion: v1
kind: Config
clusters: [{ name: c, cluster: { server: "https://127.0.0.1:1" } }]
users: [{ name: u, user: { token: t } }]
contexts: [{ name: x, context: { cluster: c, user: u } }]
current-context: x
`;
  const withoutLogin = Object.fromEntries(
    Object.keys(site.namespace.login).map((name) => [name, '']),
  );
  const result = await site.deploy({
    release: 'nowhere',
    files: { ...webChart(), kubeconfig },
    inputs: { ...withoutLogin, kubeconfig: 'kubeconfig' },
  });
  expect(result.outputs.status).toBe('refused');
  expect(result.annotations[0]).toMatchObject({ title: 'cluster-unreachable' });
  expect(result.annotations[0]?.message).toContain('127.0.0.1:1');
  expect(result).toMatchObject({ leftovers: [], orphans: [] });
});
