import type { GateFacts, GateRules, Refusal } from './gate.ts';
import type { Verdict } from './verdict.ts';

/** One line of a deployment's record that speaks of a bundle in an environment. */
export interface ProofRecord {
  readonly environment: string;
  readonly bundle: string;
  /** Undefined: deployed, and nothing was said about it yet. */
  readonly verdict?: Verdict;
  /** Why, by its stable name. */
  readonly code?: string;
  /** Milliseconds since 1970, by GitHub's clock, which shows whole seconds. */
  readonly at: number;
  /** GitHub's number of the status: of two in one second the higher is the later. */
  readonly id: number;
  /** `<run id>.<attempt>` that wrote it, `''` when it names none. */
  readonly run: string;
  /** Id of the job in that run, `''` when it names none. */
  readonly job: string;
}

/** What the run says that a record names. */
export type Trust =
  | { readonly state: 'proven' }
  | { readonly state: 'skipped'; readonly why: string }
  | { readonly state: 'unproven'; readonly why: string };

/** The newest word about a bundle in an environment: a later fail revokes an earlier pass. */
export function decidingRecord(
  records: readonly ProofRecord[],
  environment: string,
  bundle: string,
): ProofRecord | undefined {
  return records
    .filter((it) => it.environment === environment && it.bundle === bundle && it.verdict)
    .toSorted((a, b) => a.at - b.at || a.id - b.id)
    .at(-1);
}

/** Why a bundle's proof in one environment does not count; empty when it does. */
export function judgePass(
  environment: string,
  rules: GateRules,
  facts: GateFacts,
): readonly Refusal[] {
  const { bundle, records, now } = facts;
  const prove = `Let the pipeline prove ${bundle} in ${environment} (mode: prove).`;
  const refuse = (code: string, message: string, fix = prove): Refusal[] => [
    { code, message, fix },
  ];
  const here = records.filter((record) => record.environment === environment);
  const ours = here.filter((record) => record.bundle === bundle);
  if (here.length === 0) {
    return refuse('missing-evidence', `${bundle} was never deployed to ${environment}`);
  }
  if (ours.length === 0) {
    const others = [...new Set(here.map((record) => record.bundle))].join(', ');
    return refuse('other-bundle', `${environment} proved ${others}, not ${bundle}`);
  }
  const deciding = decidingRecord(records, environment, bundle);
  if (deciding === undefined) {
    return refuse(
      'empty-evidence',
      `${bundle} was deployed to ${environment}, but nothing proved it`,
    );
  }
  const by = `(run ${deciding.run || 'unknown'})`;
  if (deciding.verdict !== 'pass') {
    const passedBefore = ours.some((record) => record.verdict === 'pass');
    const why = `${deciding.verdict}${deciding.code ? `, ${deciding.code}` : ''} ${by}`;
    return passedBefore
      ? refuse('revoked', `${bundle} passed in ${environment} and later did not: ${why}`)
      : refuse('not-passed', `${bundle} did not pass in ${environment}: ${why}`);
  }
  const trust = facts.trust[environment] ?? { state: 'unproven', why: 'nobody re-read its run' };
  if (trust.state === 'skipped') return refuse('skipped-evidence', `${trust.why} ${by}`);
  if (trust.state === 'unproven') {
    return refuse(
      'unproven-record',
      `The pass of ${bundle} in ${environment} is not backed by its run ${by}: ${trust.why}`,
      `${prove} A workflow of your own must be listed in trusted-workflows.`,
    );
  }
  return judgeAge(now - deciding.at, rules, environment, refuse);
}

function judgeAge(
  age: number,
  { minAge, maxAge }: GateRules,
  environment: string,
  refuse: (code: string, message: string, fix?: string) => Refusal[],
): readonly Refusal[] {
  if (maxAge !== undefined && age > maxAge) {
    return refuse(
      'stale-evidence',
      `The pass in ${environment} is ${hours(age)} old; allowed are ${hours(maxAge)}`,
    );
  }
  if (minAge !== undefined && age < minAge) {
    const message = `The pass in ${environment} is ${hours(Math.max(0, age))} old; ${hours(minAge)} are asked for`;
    return refuse('too-young', message, `Try again in ${hours(minAge - age)}.`);
  }
  return [];
}

/** `45 min`, `7.5 h`. */
const hours = (ms: number): string =>
  ms < 2 * 3_600_000 ? `${Math.ceil(ms / 60_000)} min` : `${(ms / 3_600_000).toFixed(1)} h`;
