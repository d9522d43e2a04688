import type { ConcurrencyEntry } from '../actions-backend.ts';
import type { EventLog } from '../event-log.ts';

/** docs: control-workflow-concurrency, `queue: max`. */
const LONGEST_QUEUE = 100;

export interface ConcurrencyGroup {
  readonly repository: string;
  readonly name: string;
  readonly acquiredAt: Date;
  /** In order: who runs, then who waits. */
  readonly members: readonly {
    readonly runId: number;
    readonly holder: string;
    readonly status: 'in_progress' | 'pending';
  }[];
}

export interface Concurrency {
  readonly enter: (entry: ConcurrencyEntry) => Promise<'entered' | 'cancelled'>;
  readonly leave: (entry: ConcurrencyEntry) => void;
  /** Groups somebody holds or waits for. */
  readonly groups: (repository: string) => readonly ConcurrencyGroup[];
}

interface Waiting {
  readonly entry: ConcurrencyEntry;
  readonly settle: (answer: 'entered' | 'cancelled') => void;
}

interface Group {
  readonly name: string;
  readonly repository: string;
  running: ConcurrencyEntry | undefined;
  acquiredAt: Date;
  waiting: Waiting[];
}

const isSame = (one: ConcurrencyEntry, other: ConcurrencyEntry): boolean =>
  one.runId === other.runId && one.holder === other.holder;

/** A workflow and a job of it that want the same group would wait for each other for ever. */
const isDeadlock = (running: ConcurrencyEntry, entry: ConcurrencyEntry): boolean =>
  running.runId === entry.runId && (running.holder === '') !== (entry.holder === '');

/** GitHub's concurrency groups: one holder, and one or (`queue: max`) up to a hundred waiting. */
export function createConcurrency(events: EventLog, now: () => Date): Concurrency {
  const groups = new Map<string, Group>();
  // Names of groups are case-insensitive (docs: workflow-syntax, concurrency).
  const keyOf = ({ repository, group }: ConcurrencyEntry): string =>
    `${repository}\n${group}`.toLowerCase();
  const tell = (entry: ConcurrencyEntry, change: 'entered' | 'pending' | 'left' | 'cancelled') => {
    const { repository, group, runId, holder } = entry;
    events.add({ kind: 'concurrency', repository, group, runId, holder, change });
  };
  const settle = ({ entry, settle: done }: Waiting, answer: 'entered' | 'cancelled'): void => {
    tell(entry, answer);
    done(answer);
  };
  const next = (group: Group, key: string): void => {
    const first = group.waiting.shift();
    group.running = first?.entry;
    group.acquiredAt = now();
    if (first) settle(first, 'entered');
    else groups.delete(key);
  };
  return {
    enter(entry) {
      const key = keyOf(entry);
      const { repository, group: name } = entry;
      const group = groups.get(key) ?? {
        repository,
        name,
        running: undefined,
        acquiredAt: now(),
        waiting: [],
      };
      groups.set(key, group);
      const { running } = group;
      if (!running) {
        group.running = entry;
        tell(entry, 'entered');
        return Promise.resolve('entered');
      }
      if (isDeadlock(running, entry)) {
        tell(entry, 'cancelled');
        return Promise.resolve('cancelled');
      }
      if (entry.queue === 'single' || entry.cancelInProgress) {
        for (const waiting of group.waiting.splice(0)) settle(waiting, 'cancelled');
      }
      if (group.waiting.length >= LONGEST_QUEUE) {
        tell(entry, 'cancelled');
        return Promise.resolve('cancelled');
      }
      const answer = new Promise<'entered' | 'cancelled'>((resolve) => {
        group.waiting.push({ entry, settle: resolve });
      });
      tell(entry, 'pending');
      if (entry.cancelInProgress) running.cancel();
      return answer;
    },
    leave(entry) {
      const key = keyOf(entry);
      const group = groups.get(key);
      if (!group) return;
      if (group.running && isSame(group.running, entry)) {
        tell(entry, 'left');
        next(group, key);
        return;
      }
      const gone = group.waiting.filter((waiting) => isSame(waiting.entry, entry));
      group.waiting = group.waiting.filter((waiting) => !gone.includes(waiting));
      for (const waiting of gone) settle(waiting, 'cancelled');
    },
    groups(repository) {
      const own = [...groups.values()].filter(
        (group) => group.repository.toLowerCase() === repository.toLowerCase(),
      );
      return own.map((group) => ({
        repository,
        name: group.name,
        acquiredAt: group.acquiredAt,
        members: [
          ...(group.running ? [{ ...place(group.running), status: 'in_progress' as const }] : []),
          ...group.waiting.map(({ entry }) => ({ ...place(entry), status: 'pending' as const })),
        ],
      }));
    },
  };
}

const place = ({ runId, holder }: ConcurrencyEntry) => ({ runId, holder });
