import { checkLogin, loginInputs } from '../../src/cloud/login-inputs.ts';
import type { Wish } from '../../src/domain/rollback-target.ts';
import {
  choice,
  custom,
  defineInputs,
  duration,
  flag,
  Refusal,
  type Rule,
  text,
  wholeNumber,
} from '../../src/settings/define.ts';
import { recordInputs } from '../../src/settings/record-inputs.ts';
import { configInputs } from '../../src/settings/settle.ts';

export const inputs = defineInputs({
  ...configInputs,
  release: text({ description: 'Name of the Helm release.', required: true, inFile: true }),
  namespace: text({ description: 'Namespace of the release.', required: true, inFile: true }),
  mode: choice(['apply', 'plan', 'lift'], {
    description:
      '`apply`: roll back. `plan`: show what one could go back to, change nothing. `lift`: lift the hold (with `target: bundle:…` the reject of that bundle).',
    default: 'apply',
  }),
  target: custom(
    'last-verified | number | bundle:… | commit:…',
    {
      description:
        'Where to go back to. `last-verified`: the newest revision proven good that is not what runs now.',
      default: 'last-verified',
    },
    parseWish,
  ),
  reason: text({ description: 'Why; kept on the notice board. Required unless `mode: plan`.' }),
  hold: choice(['true', 'false', 'production'], {
    description:
      'Hold the environment: no forward deploy until it is lifted. `production`: only where the environment is production.',
    default: 'true',
  }),
  production: flag({
    description: 'This environment is production; deploy.yml knows it of the last of a flow.',
    default: 'false',
  }),
  reject: flag({
    description: 'Reject the bundle that is rolled away: this environment refuses it from now on.',
    default: 'true',
  }),
  objective: duration({
    description: 'Time from `detected-at` until verified; longer is red, even if restored.',
    default: '15m',
  }),
  'detected-at': custom(
    'ISO 8601',
    { description: 'When the trouble was noticed. Empty: when this step started.' },
    parseInstant,
  ),
  timeout: duration({ description: 'For the rollback itself.', default: '5m' }),
  'history-max': wholeNumber({
    description: 'Revisions that Helm keeps.',
    default: '20',
    min: 2,
    max: 1000,
  }),
  ...recordInputs,
  ...loginInputs,
});

export const outputs = {
  status:
    '`restored`, `planned`, `lifted`, `unchanged`, `refused` (nothing was changed) or `failed`.',
  from: 'What was live before, as JSON: `{schema, revision, bundle, commit}`.',
  to: 'What is live now, in the same form; `target` is the revision it goes back to.',
  'rto-seconds': 'Seconds from `detected-at` to verified.',
  'within-objective': '`true` or `false`; empty when nothing was restored.',
  candidates:
    'What one could go back to, as JSON: `{schema, candidates: [{revision, bundle, commit, verdict, deployed-at, good}]}`.',
  held: '`true` when the environment is on hold now.',
  identity: 'Who the cluster says we are.',
  phases: 'Milliseconds by phase, as JSON.',
} as const;

/** What must hold between the inputs. */
export const rules: readonly Rule<typeof inputs>[] = [
  checkLogin,
  ({ mode, reason }) =>
    mode !== 'plan' && reason === ''
      ? [
          {
            input: 'reason',
            message: 'is required',
            hint: 'One sentence; it is kept with the hold.',
          },
        ]
      : [],
];

function parseWish(value: string): Wish {
  if (value === 'last-verified') return { kind: 'last-verified' };
  if (/^[1-9]\d{0,8}$/.test(value)) return { kind: 'revision', number: Number(value) };
  const [, kind, id] = /^(bundle|commit):([a-z0-9-]{4,64})$/.exec(value) ?? [];
  if ((kind === 'bundle' || kind === 'commit') && id !== undefined) return { kind, id };
  throw new Refusal(
    `"${value.slice(0, 60)}" is not a target`,
    'allowed: last-verified, a revision number, bundle:bdl-…, commit:SHA',
  );
}

function parseInstant(value: string): number {
  const instant = Date.parse(value);
  if (Number.isNaN(instant) || !/^\d{4}-\d\d-\d\dT/.test(value)) {
    throw new Refusal(`"${value.slice(0, 60)}" is not a time`, 'write 2026-01-31T14:05:00Z');
  }
  return instant;
}
