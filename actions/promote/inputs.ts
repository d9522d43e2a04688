import { checkLogin, loginInputs } from '../../src/cloud/login-inputs.ts';
import { probesShape } from '../../src/settings/config/probes.ts';
import { requireShape } from '../../src/settings/config/require.ts';
import { shapeInput } from '../../src/settings/config/shape-input.ts';
import {
  choice,
  custom,
  defineInputs,
  duration,
  flag,
  lines,
  Refusal,
  type Rule,
  text,
  wholeNumber,
} from '../../src/settings/define.ts';
import { recordInputs } from '../../src/settings/record-inputs.ts';
import { configInputs } from '../../src/settings/settle.ts';

export const inputs = defineInputs({
  mode: choice(['prove-and-promote', 'prove', 'promote', 'plan', 'candidate'], {
    description:
      '`prove`: gather evidence and record a verdict. `promote`: let a bundle with a recorded `pass` into `to`. `prove-and-promote`: both. `plan`: what this ref would deploy, and what GitHub lacks for it. `candidate`: what runs against what would come.',
    default: 'prove-and-promote',
  }),
  ...configInputs,
  bundle: text({
    description:
      'Id (`bdl-…`) or JSON of the bundle. Empty: what the environment runs (`prove`), or the one recorded for this commit’s source tree.',
  }),
  release: text({ description: 'Name of the Helm release. Needed to prove.' }),
  namespace: text({ description: 'Namespace of the release. Needed to prove.' }),
  url: text({
    description: 'Where the environment answers: base of probes, and `DEPLOY_URL` for E2E.',
    pattern: /^https?:\/\/\S+$/,
    allowed: 'http://… or https://…',
  }),
  'e2e-command': text({
    description:
      'A line of shell that tests the environment. It sees `DEPLOY_URL`, `DEPLOY_ENVIRONMENT`, `DEPLOY_BUNDLE`, PATH and the like, and nothing else of the job. What it leaves running is ended.',
  }),
  'e2e-report': text({
    description: 'Path of the JUnit XML it writes. Empty: its exit code decides.',
  }),
  'e2e-retries': wholeNumber({
    description: 'How often the command is run again when it did not pass.',
    default: '1',
    min: 0,
    max: 5,
  }),
  'e2e-timeout': duration({
    description: 'For one run of the command. Then it and all it started is ended.',
    default: '15m',
  }),
  'e2e-env': custom(
    'lines',
    { description: 'More variables for the command, one `NAME=value` a line.' },
    parseVariables,
  ),
  'max-flaky': wholeNumber({
    description: 'Specs that may pass on a retry only; with more of them the verdict is in doubt.',
    default: '2',
    min: 0,
    max: 1000,
  }),
  probes: shapeInput(probesShape, {
    description:
      'Requests that must be answered well over the whole soak, as YAML: `[{path: /health, status: 200, body: text, version: 1.2.3}]`.',
  }),
  'probe-interval': duration({ description: 'Between two rounds of probes.', default: '5s' }),
  'min-success': custom(
    'percent',
    { description: 'Share of good answers that each probe needs.', default: '99%' },
    parsePercent,
  ),
  soak: custom(
    'duration',
    { description: 'How long to watch before a `pass`.', default: '0s' },
    parseSoak,
  ),
  proof: custom(
    'rollout',
    {
      description:
        '`rollout`: a verified rollout alone may pass. Otherwise it takes E2E or probes.',
    },
    (value): 'rollout' => {
      if (value === 'rollout') return value;
      throw new Refusal(`"${value}" is not known`, 'allowed: rollout');
    },
  ),
  'on-inconclusive': choice(['stop', 'pass', 'fail'], {
    description:
      'What becomes of doubt: `stop` (red, not promotable, nothing is undone), or it counts and is recorded as `pass` or `fail`.',
    default: 'stop',
  }),
  require: shapeInput(requireShape, {
    description:
      'What must hold, as YAML: `{pass: [staging], checks: [quality], approvals: 1, min-age: 1h, max-age: 7d}`.',
  }),
  'after-approval': flag({
    description:
      '`candidate`: people were asked already; who approved is verified (not who started, built or wrote it).',
    default: 'false',
  }),
  'checks-timeout': duration({
    description: 'How long checks of `require` may still run.',
    default: '15m',
  }),
  to: custom('branch:NAME', { description: 'What is moved forward to the bundle.' }, parseTarget),
  'trusted-branches': lines({
    description:
      'Branches whose runs may prove, one a line, also patterns (`release/**`). Empty: those that `flow` names, else the default branch and this one.',
  }),
  'trusted-workflows': lines({
    description:
      'Your own workflow files that may prove, one a line: `.github/workflows/ship.yml`, or `owner/repo/.github/workflows/ship.yml` when it is called.',
  }),
  production: flag({
    description: 'Recorded as production on GitHub; a `pass` there lifts no reject.',
    default: 'false',
  }),
  'github-token': recordInputs['github-token'],
  'push-token': text({
    description:
      'Token of a GitHub App that moves `to`, so that workflows start there. Empty: `github-token` moves it, and the workflow is started by hand (`workflow_dispatch`).',
    secret: true,
  }),
  'app-id': text({
    description: 'GitHub App that moves `to`; its token is minted here, for this repository.',
    pattern: /^[A-Za-z0-9.]+$/,
    allowed: 'the App id or client id of its settings page',
  }),
  'app-key': text({ description: 'Private key of that App, as PEM.', secret: true }),
  ...loginInputs,
});

export const outputs = {
  verdict: '`pass`, `fail`, `inconclusive` or `error`; empty when nothing was proven.',
  reasons: 'Why, as JSON: `{schema, reasons: [{code, message}]}`.',
  bundle: 'Id of the bundle.',
  promoted: '`true` when `to` holds the bundle now.',
  target: 'What was moved, e.g. `branch:main`.',
  first: '`plan`: first environment of the flow before the last one.',
  second: '`plan`: second environment of the flow before the last one.',
  last: '`plan`: the environment that waits for approval.',
  'promote-to': '`plan`: the branch that is moved when all environments passed.',
  evidence: 'Path of a JSON file with everything that was seen.',
  timings: 'Milliseconds by phase, as JSON.',
} as const;

/** What must hold between the inputs. */
export const rules: readonly Rule<typeof inputs>[] = [
  checkLogin,
  ({ mode, environment, release, namespace }) => {
    const proves = mode === 'prove' || mode === 'prove-and-promote';
    const needed = {
      ...(mode !== 'plan' && { environment }),
      ...(proves && { release, namespace }),
    };
    return Object.entries(needed)
      .filter(([, value]) => value === '')
      .map(([input]) => ({ input, message: `is required with mode: ${mode}` }));
  },
  ({ appId = '', appKey = '', pushToken = '' }) => [
    ...((appId === '') === (appKey === '')
      ? []
      : [{ input: appId === '' ? 'app-id' : 'app-key', message: 'is required with the other' }]),
    ...(appId !== '' && pushToken !== ''
      ? [{ input: 'push-token', message: 'is given beside app-id; one of them moves the branch' }]
      : []),
  ],
  ({ mode, to }) =>
    mode === 'promote' && to === undefined
      ? [{ input: 'to', message: 'is required with mode: promote', hint: 'allowed: branch:NAME' }]
      : [],
  ({ probes = [], url }) =>
    url === '' && probes.some((probe) => probe.path !== undefined)
      ? [{ input: 'url', message: 'is required for probes that are paths' }]
      : [],
  ({ e2eCommand, e2eReport }) =>
    e2eCommand === '' && e2eReport
      ? [{ input: 'e2e-report', message: 'is used only with e2e-command' }]
      : [],
];

function parseVariables(given: string): Readonly<Record<string, string>> {
  const variables = given
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, name, value = ''] = /^\s*([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(line) ?? [];
      if (name === undefined) throw new Refusal('a line is not NAME=value');
      return [name, value] as const;
    });
  return Object.fromEntries(variables);
}

function parsePercent(given: string): number {
  const [, number] = /^(\d{1,3}(?:\.\d+)?)%$/.exec(given) ?? [];
  const share = Number(number) / 100;
  if (share > 0 && share <= 1) return share;
  throw new Refusal(`"${given}" is not a share`, 'write 99% or 99.9%');
}

const LONGEST_SOAK_MS = 6 * 3_600_000;

function parseSoak(given: string): number {
  if (/^0(s|m|h)?$/.test(given)) return 0;
  const ms = duration({ description: '', default: '' }).parse(given);
  if (ms <= LONGEST_SOAK_MS) return ms;
  throw new Refusal(`"${given}" is longer than a job may run`, 'at most 6h');
}

export interface Target {
  readonly kind: 'branch';
  readonly name: string;
}

function parseTarget(given: string): Target {
  const [, name] = /^branch:([^\s~^:?*[\\]+)$/.exec(given) ?? [];
  if (name !== undefined) return { kind: 'branch', name };
  throw new Refusal(`"${given.slice(0, 80)}" is no target`, 'allowed: branch:NAME');
}
