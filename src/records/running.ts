import type { Bundle } from '../domain/bundle.ts';
import type { Order } from '../domain/gate.ts';
import type { ComparedCommit } from '../http/github/facts.ts';
import type { GitHub } from '../http/github/github.ts';
import { type DeploymentRecord, newestRecords } from './deployments.ts';

/** So many records are opened to find what runs: failed ones are newer than it. */
const MOST_OPENED = 5;

/**
 * What runs in an environment, by the records: the newest that was rolled out and neither failed
 * nor was replaced. Undefined: nothing was recorded. The cluster alone knows for sure.
 */
export async function recordedRunning(
  github: GitHub,
  environment: string,
): Promise<DeploymentRecord | undefined> {
  const records = await newestRecords(github, environment);
  for (const record of records.slice(0, MOST_OPENED)) {
    const statuses = await github.statuses(record.id);
    const last = statuses.at(-1)?.state ?? '';
    const rolledOut = statuses.some((status) => status.state === 'success');
    if (rolledOut && last !== 'failure' && last !== 'inactive') return record;
  }
  return undefined;
}

/** How a candidate stands to what runs, with the commits between. */
export interface Distance {
  readonly order: Order;
  /** What the candidate brings, oldest first; GitHub shows at most 250. */
  readonly commits: readonly ComparedCommit[];
  readonly ahead: number;
  readonly behind: number;
}

export async function distance(
  github: GitHub,
  running: Pick<Bundle, 'id' | 'commit'> | undefined,
  candidate: Pick<Bundle, 'id' | 'commit'>,
): Promise<Distance> {
  const none = { commits: [], ahead: 0, behind: 0 };
  if (running === undefined) return { ...none, order: 'first' };
  if (running.id === candidate.id) return { ...none, order: 'same' };
  const found = await github.compare(running.commit, candidate.commit);
  if (found === undefined) return { ...none, order: 'unknown' };
  const order = ORDER[found.status];
  return { order, commits: found.commits, ahead: found.aheadBy, behind: found.behindBy };
}

const ORDER = {
  ahead: 'newer',
  behind: 'older',
  diverged: 'diverged',
  identical: 'same',
} as const;
