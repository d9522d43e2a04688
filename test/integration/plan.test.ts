// Needs the sandbox. The unmodified plan.yml on pull requests: of the repository, and of a fork.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { User } from '../../sandbox/github/accounts.ts';
import type { GitHubEvent } from '../../sandbox/github/event-log.ts';
import { flatten, type WorkflowRun } from '../../sandbox/runner/result.ts';
import { unzip } from '../../src/tools/zip.ts';
import { findLeaks, textsIn } from '../support/leaks.ts';
import { openPipelineBench, type PipelineBench } from '../support/pipeline-bench.ts';
import { requireGreen, said } from '../support/pipeline-run.ts';
import { tracesOf } from '../support/pipeline-traces.ts';

const ROOT = join(import.meta.dirname, '../..');
const PLAN = '.github/workflows/plan.yml';
const PROBE = 'deploy/chart/templates/probe.yaml';

const SCHEMA = 'deploy/chart/values.schema.json';
const STORE_FILE = 'deploy/chart/templates/store.yaml';

/** No stand-in for the password fits: a plan must not call that a mistake of the pull request. */
const schema = (more = {}): string =>
  JSON.stringify({ properties: { password: { pattern: '^Canary-' }, ...more } });

/** Of a kind that holds data; it needs no volume. */
const STORE = `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: store }
spec:
  replicas: 0
  serviceName: store
  selector: { matchLabels: { app: store } }
  template:
    metadata: { labels: { app: store } }
    spec:
      containers:
      - name: store
        image: {{ .Values.api.image.repository }}@{{ .Values.api.image.digest }}
`;

interface Comment {
  readonly id: number;
  readonly body: string;
  readonly user: { readonly login: string };
}

let bench: PipelineBench;
/** Stands where the clusters of the pull requests' deploy.yml are: nobody may come. */
let trap: Server;
let visitors = 0;
let folder: string;
let own = 0;

const configMap = (text: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: probe }\ndata: { text: ${text} }\n`;

const comments = (pull: number): Promise<readonly Comment[]> =>
  bench.api<Comment[]>(bench.bob, 'GET', `/issues/${pull}/comments`);

const summaryOf = ({ jobs }: WorkflowRun): string =>
  flatten(jobs)
    .map(({ summary }) => summary)
    .join('\n');

/** deploy.yml with its clusters moved to the trap. */
function trapped(text: string): string {
  const { port } = trap.address() as { port: number };
  const moved = text.replaceAll(/"cluster": "[^"]+"/g, `"cluster": "https://127.0.0.1:${port}"`);
  expect(moved).toContain(`:${port}`);
  return moved;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plan-'));
  trap = createServer((socket) => {
    visitors += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
  bench = await openPipelineBench();
  const template = readFileSync(join(ROOT, 'docs/templates/plan.yml'), 'utf8');
  const files = { [PLAN]: template, [SCHEMA]: schema(), [STORE_FILE]: STORE };
  requireGreen(await (await bench.release('good 1', files)).done);
}, 900_000);

afterAll(async () => {
  await bench?.close();
  trap.close();
  await rm(folder, { recursive: true, force: true });
}, 300_000);

test('a deploy keeps its manifest without a secret', async () => {
  const { artifacts } = await bench.api<{ artifacts: { id: number; name: string }[] }>(
    bench.bob,
    'GET',
    '/actions/artifacts',
  );
  const kept = artifacts.filter(({ name }) => name.startsWith('deployed-manifest-'));
  expect(kept).toHaveLength(1);
  const { url } = bench.stage.github;
  const path = `${url}/repos/${bench.repository}/actions/artifacts/${kept[0]?.id}/zip`;
  const answer = await fetch(path, { headers: { authorization: `token ${bench.bob.token}` } });
  const archive = Buffer.from(await answer.arrayBuffer());
  const texts = ['plan.json', 'manifest.yaml'].map((name) => unzip(archive, name, 1e6)?.toString());
  for (const text of texts) {
    expect(text).toContain('kind');
    expect(text).toContain('password');
    expect(findLeaks(text ?? '', bench.secrets)).toEqual([]);
  }
  // What was deployed, and not a chart without images.
  const [digest = ''] = await bench.staging.digests();
  for (const text of texts) expect(text).toContain(digest);
});

test('a pull request gets one comment with what it changes', async () => {
  const { alice, git, write, push, api, stage } = bench;
  await git('checkout', '--quiet', '-b', 'feature');
  const deployFile = await git('show', 'HEAD:.github/deploy.yml');
  await write({
    '.github/deploy.yml': trapped(deployFile),
    [PROBE]: configMap('one'),
    'deploy/staging.yml': 'ready: false\n',
  });
  const head = await push('Probe it');
  const opening = { title: 'Probe it', head: 'feature', base: 'develop' };
  own = (await api<{ number: number }>(alice, 'POST', '/pulls', opening)).number;
  const run = await (await stage.nextRun(PLAN)).done;
  requireGreen(run);
  const found = await comments(own);
  expect(found).toHaveLength(1);
  const [comment] = found;
  expect(comment?.user.login).toBe('github-actions[bot]');
  const body = comment?.body ?? '';
  expect(body).toContain('+ ConfigMap/probe');
  expect(body).toContain('~ Deployment/web');
  expect(body).toMatch(/- spec\.template.*readinessProbe.*: \/\n/);
  expect(body).toMatch(/\+ spec\.template.*readinessProbe.*: \/never\n/);
  expect(body).not.toContain('Secret/web');
  const [record] = await bench.records('staging');
  expect(body).toContain(`Compared with \`${record?.bundle}\``);
  expect(body).toContain('no deploy of production is recorded');
  expect(body).toContain('Not checked: no cluster');
  expect(body).toContain(head.slice(0, 8));
  expect(summaryOf(run)).toContain('+ ConfigMap/probe');
  expect(said(run)).toContain('no cluster');
  // The stand-in breaks the rule, and nobody can tell whether the secret does.
  expect(said(run)).toMatch(/password: could not be checked: .*pattern/);
}, 600_000);

test('the next push changes the same comment', async () => {
  const { write, push, stage } = bench;
  const [before] = await comments(own);
  await write({ [PROBE]: configMap('two'), 'deploy/staging.yml': 'ready: true\n' });
  const head = await push('Probe it otherwise');
  requireGreen(await (await stage.nextRun(PLAN)).done);
  const found = await comments(own);
  expect(found.map(({ id }) => id)).toEqual([before?.id]);
  expect(found[0]?.body).toContain(head.slice(0, 8));
  expect(found[0]?.body).toContain('+ ConfigMap/probe');
  expect(found[0]?.body).not.toContain('Deployment/web');
}, 600_000);

describe('what a deploy would refuse is refused, in the same comment too', () => {
  const cases: [string, Record<string, string>, string][] = [
    ['a template that fails', { [PROBE]: 'data: {{ .Values.not.there }}\n' }, 'probe.yaml'],
    ['a value of a wrong type', { [SCHEMA]: schema({ ready: { type: 'number' } }) }, 'ready'],
    ['data that would be deleted', { [STORE_FILE]: '' }, 'StatefulSet/store'],
  ];
  test.each(cases)(
    '%s',
    async (what, files, named) => {
      const { write, push, git, stage } = bench;
      const [before] = await comments(own);
      await write(files);
      await push(what);
      const run = await (await stage.nextRun(PLAN)).done;
      expect(run.conclusion).toBe('failure');
      expect(said(run)).toContain(named);
      const found = await comments(own);
      expect(found.map(({ id }) => id)).toEqual([before?.id]);
      expect(found[0]?.body).toContain('⛔ Refused');
      expect(found[0]?.body).toContain(named);
      await git('revert', '--no-edit', 'HEAD');
    },
    600_000,
  );
});

test('a fork’s pull request gets a summary and nothing else', async () => {
  const { stage, repository, git, write } = bench;
  const { github } = stage;
  const mallory: User = github.addUser('mallory', 'read');
  const fork = `mallory/${repository.split('/')[1]}`;
  await github.createRepository(fork);
  const remote = `${github.url.replace('//', `//mallory:${mallory.token}@`)}/${fork}.git`;
  await git('checkout', '--quiet', '-b', 'gift');
  await write({ [PROBE]: configMap('gift') });
  await git('commit', '--quiet', '--all', '--message', 'A gift');
  await git('push', '--quiet', remote, 'gift');
  const earlier = github.events.all.length;
  const opening = { title: 'A gift', head: 'mallory:gift', base: 'develop' };
  const { number } = await bench.api<{ number: number }>(mallory, 'POST', '/pulls', opening);
  const run = await (await stage.nextRun(PLAN)).done;
  requireGreen(run);

  expect(await comments(number)).toEqual([]);
  expect(await comments(own)).toHaveLength(1);
  const summary = summaryOf(run);
  expect(summary).toContain('+ ConfigMap/probe');
  expect(summary).toContain('Compared with');
  expect(textsIn(run).join('\n')).toContain('No comment on the pull request of a fork');
  // Nothing was even tried that the token may not.
  const isRest = (event: GitHubEvent) => event.kind === 'request' && event.operation !== undefined;
  const asked = github.events.all.slice(earlier).filter(isRest) as { method: string }[];
  const written = asked.filter(({ method }) => method !== 'GET');
  expect(written).toHaveLength(1); // Mallory's own: opening it.
}, 600_000);

test('no plan asked a cluster, and none saw a secret', async () => {
  expect(visitors).toBe(0);
  const texts = [await tracesOf(bench), ...(await comments(own)).map(({ body }) => body)];
  expect(findLeaks(texts.join('\n'), bench.secrets)).toEqual([]);
  expect(bench.stage.github.violations).toEqual([]);
}, 600_000);
