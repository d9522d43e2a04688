import type { Repository } from '../state.ts';
import { notFound, RestError } from './rest-error.ts';

/** The commit a branch, tag or commit id stands for; 404 when there is none. */
export async function needCommitOf({ git }: Repository, name: string): Promise<string> {
  const sha = await git.resolve(name);
  if (!sha) throw notFound();
  return sha;
}

/** As `needCommitOf`, where GitHub says 422. */
export async function headSha({ git }: Repository, name: string): Promise<string> {
  const sha = await git.resolve(name);
  if (!sha) throw new RestError(422, `No commit found for SHA: ${name}`);
  return sha;
}
