import type { Bundle } from '../domain/bundle.ts';
import type { GateFacts, GateRules } from '../domain/gate.ts';
import type { Approval } from '../domain/gate-approvals.ts';
import type { ChecksByName } from '../domain/gate-checks.ts';
import { decidingRecord, type ProofRecord, type Trust } from '../domain/gate-pass.ts';
import type { Notices } from '../domain/notices.ts';
import { ActionError } from '../errors.ts';
import type { ComparedCommit } from '../http/github/facts.ts';
import type { GitHub } from '../http/github/github.ts';
import { readChecks } from './checks.ts';
import type { DeploymentRecord } from './deployments.ts';
import { type Distance, distance } from './running.ts';
import { type TrustRules, trustRecord } from './trust.ts';
import { readProofs } from './verdicts.ts';

/** What is asked: may this bundle enter this environment? */
export interface GateRequest {
  readonly bundle: Bundle;
  readonly environment: string;
  readonly rules: GateRules;
  readonly trust: Omit<TrustRules, 'tree'>;
  /** Everything recorded for the bundle's tree (`readRecords`). */
  readonly records: readonly DeploymentRecord[];
  /** What runs there: by the cluster where it is within reach, else by the records. */
  readonly running: Pick<Bundle, 'id' | 'commit'> | undefined;
  readonly notices?: Notices;
  /** This run, when people have been asked: their answers are then part of the facts. */
  readonly approvedIn?: number;
  /** Checks that were waited for; read here when not given. */
  readonly checks?: ChecksByName;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** With fewer requests left a decision could be cut short in the middle. */
const LEAST_LEFT = 100;

/**
 * Gathers everything the gate decides by, in at most 15 requests.
 * @throws {ActionError} `rate-limited`, `github-refused`, `request-failed`: no partial answer
 */
export async function gatherFacts(
  github: GitHub,
  request: GateRequest,
): Promise<{ readonly facts: GateFacts; readonly distance: Distance }> {
  const { bundle, rules, environment } = request;
  const [proofs, way, checks] = await Promise.all([
    readProofs(github, request.records, bundle.id, rules.pass),
    distance(github, request.running, bundle),
    request.checks ?? (rules.checks.length > 0 ? readChecks(github, bundle.commit) : {}),
  ]);
  refuseWhenLow(github);
  const trust = await trustOf(github, proofs, request);
  const approvals =
    request.approvedIn === undefined || rules.approvals === 0
      ? undefined
      : await readApprovals(github, request.approvedIn, request, way.commits);
  const facts: GateFacts = {
    environment,
    bundle: bundle.id,
    now: request.now,
    records: proofs,
    trust,
    order: way.order,
    checks,
    ...(request.running && { running: request.running.id }),
    ...(approvals && { approvals }),
    ...(request.notices && { notices: request.notices }),
  };
  return { facts, distance: way };
}

function refuseWhenLow(github: GitHub): void {
  const left = github.left();
  if (left === undefined || left >= LEAST_LEFT) return;
  throw new ActionError('rate-limited', `Only ${left} requests to GitHub are left in this hour`, {
    hint: 'Run the job again when the hour is over: a decision by half the facts is none.',
  });
}

/** Re-reads the run behind the deciding pass of each environment; others decide without it. */
async function trustOf(
  github: GitHub,
  proofs: readonly ProofRecord[],
  { bundle, rules, trust }: GateRequest,
): Promise<Readonly<Record<string, Trust>>> {
  const found: Record<string, Trust> = {};
  for (const environment of rules.pass) {
    const record = decidingRecord(proofs, environment, bundle.id);
    if (record?.verdict !== 'pass') continue;
    found[environment] = await trustRecord(github, record, { ...trust, tree: bundle.tree });
  }
  return found;
}

/** Reviewers' answers, with why somebody's word does not count. */
async function readApprovals(
  github: GitHub,
  runId: number,
  { environment, records, bundle }: GateRequest,
  commits: readonly ComparedCommit[],
): Promise<readonly Approval[]> {
  const origin = records.findLast((record) => record.bundle.id === bundle.id)?.run;
  const [reviews, run, first] = await Promise.all([
    github.reviews(runId),
    github.run(runId),
    origin ? github.run(Number.parseInt(origin, 10)) : undefined,
  ]);
  const involved = new Map<string, string>();
  for (const { sha, people } of commits) {
    for (const login of people) involved.set(login, `wrote commit ${sha.slice(0, 8)}`);
  }
  for (const login of first?.actors ?? []) involved.set(login, 'started the run that built it');
  for (const login of run?.actors ?? []) involved.set(login, 'started this run');
  return reviews
    .filter((review) => review.environments.includes(environment))
    .filter((review) => review.state === 'approved' || review.state === 'rejected')
    .map((review) => {
      const why = involved.get(review.user);
      const state = review.state === 'approved' ? 'approved' : 'rejected';
      return { user: review.user, state, ...(why !== undefined && { involved: why }) };
    });
}
