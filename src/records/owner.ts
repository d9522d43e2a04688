import { type Owner, parseRun } from '../domain/claim.ts';
import type { GitHub } from '../http/github/github.ts';

/**
 * Whether a run can still be at work, by GitHub: a run that is over or was started again is not, nor
 * is one of whose jobs none is in progress (it may wait for an approval for days).
 * No answer, no right (`actions: read`) and a run of another repository are `unknown`.
 */
export async function askOwner(
  run: string,
  github: Pick<GitHub, 'repository' | 'run' | 'jobs'>,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Owner> {
  const parsed = parseRun(run);
  if (parsed === undefined) return { run, state: 'unknown', url: '' };
  const { id, attempt } = parsed;
  const server = env.GITHUB_SERVER_URL ?? 'https://github.com';
  const url = `${server}/${github.repository}/actions/runs/${id}/attempts/${attempt}`;
  const found = await github.run(id).catch(() => undefined);
  if (found === undefined) return { run, state: 'unknown', url };
  if (found.status === 'completed' || found.attempt > attempt) return { run, state: 'over', url };
  const jobs = await github.jobs(id, attempt).catch(() => undefined);
  const idle = jobs?.every((job) => job.status !== 'in_progress') ?? false;
  return { run, state: idle ? 'over' : 'alive', url };
}
