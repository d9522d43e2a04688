import { ActionError } from '../errors.ts';
import type { Exec } from './exec.ts';

/** What is checked out. */
export interface Checkout {
  readonly commit: string;
  readonly tree: string;
}

/** @throws {ActionError} `command-failed` outside of a checkout */
export async function readCheckout(folder: string, exec: Exec): Promise<Checkout> {
  // In a container job the folder belongs to another user than the one we run as.
  const args = ['-c', 'safe.directory=*', '-C', folder, 'rev-parse', 'HEAD', 'HEAD^{tree}'];
  const { code, stdout, stderr } = await exec('git', args, { allowFailure: true });
  const [commit = '', tree = ''] = stdout.trim().split('\n');
  if (code === 0 && tree !== '') return { commit, tree };
  throw new ActionError('command-failed', `${folder} is no checkout: ${stderr.trim()}`, {
    hint: 'A step with actions/checkout must run before this one.',
  });
}
