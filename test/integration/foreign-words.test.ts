import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { Marked } from 'marked';
import { type ChartObject, deployment, job, RELEASE, shell } from '../support/fault-chart.ts';
import { deployChart, type FaultDeploy } from '../support/fault-deploy.ts';
import { faultSites } from '../support/fault-site.ts';
import { findLeaks, textsIn } from '../support/leaks.ts';

// Containers and hooks print what they like, and Kubernetes repeats it: as a log, and as the last
// words of a container in the pod's status. None of it may tell a secret or command the runner.

const { shared } = faultSites('words');

/** Of `secret-values`, and of the chart's own Secret, which no mask of GitHub's covers. */
const LONG = "correct horse 'battery' & staple/7";
const FIXED = 'written-into-the-chart-itself';
const SHORT = 'Zk7q';

const HOSTILE = [
  'echo "connecting with $LONG"',
  'echo "pin $SHORT, key $FIXED"',
  'printf "acme:$LONG" | base64 -w0; echo',
  'echo "::error title=pwned::$LONG"',
  'echo "a ##[error]pwned"',
  'echo "::set-output name=status::deployed"',
  'echo "::add-mask::connecting"',
  String.raw`printf 'b\r::warning::pwned\n'`,
  "echo '```</details><h1>pwned</h1>'",
].join('; ');

const env = Object.entries({ LONG: '{{ .Values.long }}', SHORT: '{{ .Values.short }}', FIXED });
const container = {
  env: env.map(([name, value]) => ({ name, value })),
  terminationMessagePolicy: 'FallbackToLogsOnError',
};
const secret: ChartObject = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: RELEASE },
  stringData: { fixed: FIXED },
};

const deploy = (release: string, ...objects: readonly ChartObject[]): Promise<FaultDeploy> =>
  deployChart(shared(), release, [secret, ...objects], {
    'secret-values': JSON.stringify({ long: LONG, short: SHORT }),
    'max-restarts': '0',
  });

const isEvidence = new Ajv().compile(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../schema/evidence.schema.json'), 'utf8')),
);

function expectSafe(run: FaultDeploy | undefined, code: string, of: string): void {
  if (run === undefined) throw new Error('it was not deployed');
  const { lines, summary, outputs, annotations, evidence } = run;
  const shown = [...lines, summary, evidence, ...textsIn(outputs), ...textsIn(annotations)];
  const leaks = shown.filter((text) => findLeaks(text, { LONG, FIXED }).length > 0);
  expect(leaks).toEqual([]);
  expect(shown.filter((text) => /\bZk7q\b/.test(text))).toEqual([]);
  // Ours: that a first install is left as it is, and the cause.
  expect(annotations.map(({ level, title }) => [level, title])).toEqual([
    ['warning', undefined],
    ['error', code],
  ]);
  expect(outputs.status).toBe('failed');
  // It is all there to be read: redacted, and as words.
  const printed = lines.filter((line) => line.startsWith(`${of} │ `));
  expect(printed).toContainEqual(`${of} │ connecting with ***`);
  expect(printed).toContainEqual(`${of} │ pin ***, key ***`);
  expect(printed).toContainEqual(`${of} │ a ## [error]pwned`);
  expect(summary).toContain('<h1>pwned</h1>');
  expect(String(new Marked({ gfm: true }).parse(summary))).not.toMatch(/<h1/);
  const seen = JSON.parse(evidence);
  expect([isEvidence(seen), isEvidence.errors]).toEqual([true, null]);
  expect(seen.diagnosis.code).toBe(code);
  expect(seen.diagnosis.log).toContain('connecting with ***');
}

const runs: { hook?: FaultDeploy; crash?: FaultDeploy } = {};
beforeAll(async () => {
  const hook = job(`${HOSTILE}; exit 4`, { hooks: 'pre-install', container });
  const crash = deployment({ container: { ...container, command: shell(`${HOSTILE}; exit 127`) } });
  [runs.hook, runs.crash] = await Promise.all([
    deploy('hook', hook, deployment()),
    deploy('crash', crash),
  ]);
}, 900_000);

test('what a hook prints is shown live, without its secrets and without effect', () => {
  expectSafe(runs.hook, 'hook-failed', 'hook-migrate');
});

test('what a crashing container prints is shown once, without its secrets and without effect', () => {
  const pod = /(crash-\S+\/web) │/.exec(runs.crash?.lines.join('\n') ?? '')?.[1] ?? '';
  expectSafe(runs.crash, 'bad-command', pod);
});
