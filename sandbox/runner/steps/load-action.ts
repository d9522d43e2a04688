import { join } from 'node:path';
import { findReference, type Origin } from '../calls/reference.ts';
import { type Action, readAction } from '../language/action.ts';
import type { JobState } from './job-state.ts';

/** An action found, and what `$/` means inside it. */
export interface LoadedAction {
  readonly action: Action;
  readonly origin: Origin;
  /** `acme/tools` and `v1`, for GITHUB_ACTION_REPOSITORY and _REF; not for local actions. */
  readonly named: { readonly repository: string; readonly ref: string } | undefined;
}

/** Source: docs, "Creating a composite action": ten levels. */
const MAX_DEPTH = 9;

/** `./x`: an action of the workspace, known only once it was checked out. */
export const isLocal = (uses: string): boolean => uses.startsWith('./');

/** The checkout of ours; GitHub's own action is not here. */
export const isCheckout = (uses: string): boolean => /^actions\/checkout@/.test(uses);

/**
 * Finds the action of `uses:`, unpacks it, and what it uses in turn, as "Set up job" does.
 * @param from where the file stands that says it
 * @throws {Error} GitHub's words for what is not there; what the sandbox cannot run, by name
 */
export async function loadAction(
  job: JobState,
  from: Origin,
  uses: string,
  depth = 0,
): Promise<LoadedAction> {
  if (depth > MAX_DEPTH) throw new Error(`Composite action depth exceeded max depth ${MAX_DEPTH}`);
  if (uses.startsWith('docker://')) {
    throw new Error(`uses: ${uses}: container actions are not known to the sandbox's runner`);
  }
  const loaded = isLocal(uses) ? loadLocal(job, from, uses) : await loadRemote(job, from, uses);
  const { action, origin } = loaded;
  if (action.runs.using === 'composite') {
    for (const { uses: nested } of action.runs.steps) {
      if (nested === undefined || isCheckout(nested) || isLocal(nested)) continue;
      await loadAction(job, origin, nested, depth + 1);
    }
  }
  return loaded;
}

const loadLocal = (job: JobState, from: Origin, uses: string): LoadedAction => {
  const folder = join(job.workspace, uses);
  return { action: readAction(folder, folder), origin: from, named: undefined };
};

async function loadRemote(job: JobState, from: Origin, uses: string): Promise<LoadedAction> {
  const { origin, path, text } = await findReference(job.run.settings.backend, from, uses);
  const root = await job.run.archives.unpack(origin);
  const action = readAction(join(root, path), text);
  const ref = origin.ref.replace(/^refs\/(heads|tags)\//, '');
  return { action, origin, named: { repository: origin.repository.fullName, ref } };
}
