import type { GitHub } from '../http/github/github.ts';

/** The job that we are, as others can re-read it later. */
export interface OwnJob {
  /** `''` when it could not be told apart from the run's other jobs. */
  readonly id: string;
  /** `https://github.com/acme/shop/actions/runs/1/job/2` */
  readonly url: string;
}

/**
 * Finds the running job by the name of its runner: the only thing both the job and GitHub's list of
 * jobs know for sure (GITHUB_JOB is the key in the file, not the name that the list shows).
 */
export async function findOwnJob(
  github: GitHub,
  env: Readonly<Record<string, string | undefined>>,
): Promise<OwnJob> {
  const run = Number(env.GITHUB_RUN_ID ?? Number.NaN);
  const base = `${env.GITHUB_SERVER_URL ?? 'https://github.com'}/${github.repository}`;
  if (!Number.isInteger(run)) return { id: '', url: base };
  const url = `${base}/actions/runs/${run}`;
  const jobs = await github.jobs(run, Number(env.GITHUB_RUN_ATTEMPT ?? 1));
  const running = jobs.filter((job) => job.status === 'in_progress');
  const own = running.filter((job) => job.runner_name === env.RUNNER_NAME);
  const [only] = own;
  if (only === undefined || own.length > 1) return { id: '', url };
  return { id: String(only.id), url: `${url}/job/${only.id}` };
}
