import type { Repository } from '../state.ts';
import { notFound } from './rest-error.ts';

/** The commit a branch, tag or commit id stands for; 404 when there is none. */
export async function needCommitOf({ git }: Repository, name: string): Promise<string> {
  const sha = await git.resolve(name);
  if (!sha) throw notFound();
  return sha;
}
