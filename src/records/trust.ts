import type { ProofRecord, Trust } from '../domain/gate-pass.ts';
import { matchesRef } from '../domain/ref-pattern.ts';
import type { Job, Run } from '../http/github/facts.ts';
import type { GitHub } from '../http/github/github.ts';

/** Which runs may prove anything. */
export interface TrustRules {
  /** The bundle's source tree. */
  readonly tree: string;
  /** Branches whose runs count, as GitHub's filter patterns (`main`, `release/**`). */
  readonly branches: readonly string[];
  /**
   * Workflow files that count when the run called them: `owner/repo/.github/workflows/deploy.yml`,
   * without `@ref`; a path without a repository is a workflow of this repository that was run.
   */
  readonly workflows: readonly string[];
  /** The job that asks: its own record needs no re-read. */
  readonly ownJob?: string;
}

/** A status is written by its job: allow for clocks that differ by this much. */
const SKEW_MS = 60_000;

/**
 * Whether the run that a record names bears it out. Anybody with `deployments: write` can post a
 * record; what a run was, who called what in it and when its jobs ran, only GitHub writes.
 */
export async function trustRecord(
  github: GitHub,
  record: ProofRecord,
  rules: TrustRules,
): Promise<Trust> {
  if (rules.ownJob !== undefined && rules.ownJob === record.job) return { state: 'proven' };
  if (record.run === '') return unproven('it names no run');
  if (record.job === '') return unproven('it names no job');
  const [run, job] = await Promise.all([
    github.run(Number(record.run)),
    github.job(Number(record.job)),
  ]);
  if (run === undefined) return unproven('there is no such run in this repository');
  if (job === undefined || job.run_id !== run.id) return unproven('the run has no such job');
  const wrong = judgeRun(run, rules) ?? judgeJob(job, record);
  if (wrong !== undefined) return wrong;
  const commit = await github.commit(run.headSha);
  return commit?.tree === rules.tree
    ? { state: 'proven' }
    : unproven(`it ran on another source tree (commit ${run.headSha.slice(0, 8)})`);
}

function judgeRun(run: Run, { branches, workflows }: TrustRules): Trust | undefined {
  if (!branches.some((pattern) => matchesRef(pattern, run.headBranch))) {
    return unproven(`it ran on ${run.headBranch}; allowed: ${branches.join(', ') || 'none'}`);
  }
  const called = run.called.map((path) => path.replace(/@.*$/, ''));
  if ([run.path, ...called].some((path) => workflows.includes(path))) return undefined;
  return unproven(`${run.path} called none of: ${workflows.join(', ')}`);
}

function judgeJob(job: Job, record: ProofRecord): Trust | undefined {
  if (job.conclusion === 'skipped') return { state: 'skipped', why: `${job.name} was skipped` };
  if (job.conclusion === null) return unproven(`its job ${job.name} has not ended`);
  if (job.conclusion !== 'success') {
    return unproven(`its job ${job.name} ended with ${job.conclusion}`);
  }
  const from = Date.parse(job.started_at) - SKEW_MS;
  const to = Date.parse(job.completed_at ?? '') + SKEW_MS;
  const inside = record.at >= from && record.at <= to;
  return inside ? undefined : unproven(`it was not written while its job ${job.name} ran`);
}

const unproven = (why: string): Trust => ({ state: 'unproven', why });
