import { type Approval, judgeApprovals } from './gate-approvals.ts';
import { type ChecksByName, judgeChecks } from './gate-checks.ts';
import { judgePass, type ProofRecord, type Trust } from './gate-pass.ts';
import { mayEnter, type Notices } from './notices.ts';

/** One thing that stands in the way, by name, with what would remove it. */
export interface Refusal {
  /** Stable: `missing-evidence`, `held`, `older-bundle` … */
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

export type GateDecision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly refusals: readonly Refusal[] };

/** What must hold before a bundle may enter an environment or a branch. */
export interface GateRules {
  /** Environments in which this bundle must have passed. */
  readonly pass: readonly string[];
  /** Check runs of the bundle's commit that must be green. */
  readonly checks: readonly string[];
  readonly approvals: number;
  /** Milliseconds since the pass. */
  readonly minAge?: number;
  readonly maxAge?: number;
}

/**
 * How the bundle's commit stands to what runs there now. `unknown`: something runs, but how the two
 * relate could not be found out.
 */
export type Order = 'first' | 'same' | 'newer' | 'older' | 'diverged' | 'unknown';

export interface GateFacts {
  readonly environment: string;
  readonly bundle: string;
  /** Milliseconds since 1970, by GitHub's clock where it is known. */
  readonly now: number;
  /** Everything recorded for the bundle's tree, of any environment and bundle. */
  readonly records: readonly ProofRecord[];
  /** By environment: whether the deciding record is backed by the run it names. */
  readonly trust: Readonly<Record<string, Trust>>;
  readonly order: Order;
  /** What runs there now, for the message. */
  readonly running?: string;
  readonly checks: ChecksByName;
  /** Undefined: the gate is asked before people are. */
  readonly approvals?: readonly Approval[];
  /** Undefined: the board is not within reach; whoever holds the lock asks it. */
  readonly notices?: Notices;
}

/** Lets a bundle through only when every rule is known to hold; names all that is in the way. */
export function decideGate(rules: GateRules, facts: GateFacts): GateDecision {
  const refusals = [
    ...judgeNotices(facts),
    ...judgeOrder(facts),
    ...rules.pass.flatMap((environment) => judgePass(environment, rules, facts)),
    ...judgeChecks(rules.checks, facts.checks),
    ...(facts.approvals ? judgeApprovals(rules.approvals, facts.approvals, facts.environment) : []),
  ];
  return refusals.length === 0 ? { allowed: true } : { allowed: false, refusals };
}

function judgeNotices({ notices, bundle }: GateFacts): readonly Refusal[] {
  if (!notices) return [];
  const entry = mayEnter(notices, bundle);
  if (entry.allowed) return [];
  const code = notices.hold ? 'held' : 'rejected';
  return [{ code, message: entry.reason, fix: entry.hint }];
}

function judgeOrder({ order, environment, bundle, running }: GateFacts): readonly Refusal[] {
  const what = running === undefined ? 'what runs' : `${running}, which runs`;
  switch (order) {
    case 'first':
    case 'same':
    case 'newer':
      return [];
    case 'older':
      return [
        {
          code: 'older-bundle',
          message: `${bundle} is older than ${what} in ${environment}`,
          fix: 'A re-run of an old run does that. To go back on purpose use the rollback workflow.',
        },
      ];
    case 'diverged':
      return [
        {
          code: 'diverged',
          message: `The commit of ${bundle} does not follow that of ${what} in ${environment}`,
          fix: 'Merge the branch that runs there into yours, prove the result, promote that.',
        },
      ];
    case 'unknown':
      return [
        {
          code: 'unknown-order',
          message: `Whether ${bundle} is newer than ${what} in ${environment} is not known`,
          fix: 'Is the commit that runs still in this repository? Check the record of the deployment.',
        },
      ];
  }
}
