import type { ConcurrencyEntry } from '../../github/actions-backend.ts';
import type { Scope } from '../language/evaluate.ts';
import { resolve, type Token } from '../language/template.ts';
import { isObject, toText } from '../language/value.ts';
import type { RunContext } from './run-context.ts';

/** A place in a concurrency group, or why there is none. */
export type Place =
  | { readonly state: 'entered'; readonly group: string; readonly leave: () => void }
  | { readonly state: 'cancelled'; readonly reason: string };

export interface GroupRequest {
  readonly token: Token | undefined;
  readonly scope: Scope;
  /** A job's name, `''` for the run. */
  readonly holder: string;
  /** Groups held by what the holder is part of, with who holds them. */
  readonly held: ReadonlyMap<string, string>;
  /** A newcomer with `cancel-in-progress` ends the holder. */
  readonly cancel: () => void;
  readonly cancelled: AbortSignal;
}

/**
 * Takes a place in the group of a `concurrency:` key; none is needed without the key.
 * @throws {Error} where the key does not evaluate
 */
export async function enterGroup(run: RunContext, request: GroupRequest): Promise<Place> {
  const entry = readEntry(run, request);
  if (entry === undefined) return { state: 'entered', group: '', leave: () => {} };
  const { group } = entry;
  const above = request.held.get(group.toLowerCase());
  if (above !== undefined) {
    const reason = `Canceling since a deadlock for concurrency group '${group}' was detected between '${above}' and '${request.holder}'`;
    return { state: 'cancelled', reason };
  }
  const { backend } = run.settings;
  const leave = (): void => backend.leaveConcurrency(entry);
  const answer = await Promise.race([backend.enterConcurrency(entry), aborted(request.cancelled)]);
  if (answer === 'entered') return { state: 'entered', group, leave };
  if (answer === 'aborted') leave();
  const reason =
    answer === 'aborted'
      ? 'The operation was canceled.'
      : `Canceling since a higher priority waiting request for '${group}' exists`;
  return { state: 'cancelled', reason };
}

function readEntry(run: RunContext, request: GroupRequest): ConcurrencyEntry | undefined {
  if (request.token === undefined) return undefined;
  const value = resolve(request.token, request.scope);
  const settings = isObject(value) ? value : { group: value };
  const group = toText(settings.group ?? '');
  if (group === '') throw new Error('Concurrency group name cannot be empty');
  const cancelInProgress = toText(settings['cancel-in-progress'] ?? false) === 'true';
  const queue = settings.queue === 'max' ? 'max' : 'single';
  if (queue === 'max' && cancelInProgress) {
    throw new Error("'cancel-in-progress: true' cannot be used with 'queue: max'");
  }
  return {
    repository: run.repository.fullName,
    group,
    cancelInProgress,
    queue,
    runId: run.facts.id,
    holder: request.holder,
    cancel: request.cancel,
  };
}

const aborted = (signal: AbortSignal): Promise<'aborted'> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve('aborted');
    else signal.addEventListener('abort', () => resolve('aborted'), { once: true });
  });
