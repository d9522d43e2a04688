import type { CheckRun, Repository } from './state.ts';

/** Conclusions that let a required check pass (docs: about-protected-branches, status checks). */
const GOOD = ['success', 'neutral', 'skipped'];

/** Check runs of a commit; the jobs of workflow runs are check runs too. Newest first. */
export function checkRunsOf(repository: Repository, sha: string): readonly CheckRun[] {
  return repository.checkRuns.filter((check) => check.sha === sha).reverse();
}

/** Newest check run of each name (and App), as `filter=latest` shows them. */
export function latestCheckRuns(checks: readonly CheckRun[]): readonly CheckRun[] {
  const seen = new Set<string>();
  return checks.filter((check) => {
    const key = `${check.app?.id ?? ''} ${check.name}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Newest status of each context of a commit. */
export function latestStatuses(repository: Repository, sha: string) {
  const seen = new Set<string>();
  return repository.statuses
    .filter((status) => status.sha === sha)
    .reverse()
    .filter(({ context }) => !seen.has(context) && seen.add(context));
}

/** Contexts of the wanted ones that have not succeeded on that commit. */
export function missingChecks(
  repository: Repository,
  sha: string,
  wanted: readonly string[],
): readonly string[] {
  const states = contextStates(repository, sha);
  return wanted.filter((context) => states.get(context) !== 'success');
}

/** Every context of a commit (check run names and status contexts) with what it came to. */
export function contextStates(
  repository: Repository,
  sha: string,
): ReadonlyMap<string, 'success' | 'pending' | 'failure'> {
  const states = new Map<string, 'success' | 'pending' | 'failure'>();
  for (const check of latestCheckRuns(checkRunsOf(repository, sha))) {
    const done = check.status === 'completed';
    const good = GOOD.includes(check.conclusion ?? '');
    states.set(check.name, done ? (good ? 'success' : 'failure') : 'pending');
  }
  for (const { context, state } of latestStatuses(repository, sha)) {
    states.set(context, state === 'success' || state === 'pending' ? state : 'failure');
  }
  return states;
}
