import type { Assessment } from './assessment.ts';
import type { Diagnosis, Limits } from './diagnosis.ts';
import { explain, verdictOn, worstFirst } from './explanation.ts';
import { isRipe, type Seen } from './ripeness.ts';
import type { Signal, SignalClass, Standing } from './signals/signal.ts';

export interface Judge {
  /** The verdict, or undefined while the rollout can still succeed; `now` in ms of a clock that never jumps. */
  readonly see: (assessment: Assessment, now: number) => Diagnosis | undefined;
  /** When helm ended by itself or the time is up: the best explanation of what still stands. */
  readonly atEnd: (assessment: Assessment, now: number, said: string) => Diagnosis;
  /** What stood at the last look, worst first. */
  readonly standing: () => readonly Standing[];
}

/** A signal that comes back within this time has not been away: statuses flip, polls have gaps. */
const BREAK_MS = 5_000;

/** Keeps what time and repetition add to the signals of one rollout. */
export function createJudge(limits: Limits): Judge {
  const firsts = new Map<string, number>();
  const starts = new Map<string, number>();
  const doomed = new Map<string, Set<string>>();
  let memory = new Map<string, Seen>();
  let standing: readonly Standing[] = [];

  const remember = (signal: Signal, now: number): Seen => {
    const before = memory.get(signal.key);
    const first = firsts.get(signal.key) ?? now;
    firsts.set(signal.key, first);
    const { exit } = signal;
    if (exit !== undefined && !starts.has(exit.of)) starts.set(exit.of, now - exit.ran);
    const isUnbroken = before !== undefined && now - before.last <= BREAK_MS;
    return { signal, first, since: isUnbroken ? before.since : now, last: now };
  };

  const isDoomed = (seen: Seen, here: ReadonlySet<string>, now: number): boolean => {
    const { workload, code, object, exit } = seen.signal;
    const others = doomed.get(`${workload}/${code}`) ?? new Set();
    const replaced = [...others].some((other) => other !== object && !here.has(other));
    const startedAt = starts.get(exit?.of ?? '') ?? seen.first;
    // A suspect pod is remembered too: its replacement clears the node.
    const cleared = { ...seen, signal: { ...seen.signal, suspect: '' } };
    if (!isRipe(cleared, limits, now, { startedAt, replaced })) return false;
    doomed.set(`${workload}/${code}`, others.add(object));
    return isRipe(seen, limits, now, { startedAt, replaced });
  };

  const look = ({ signals }: Assessment, now: number): void => {
    const seen = signals.map((signal) => remember(signal, now));
    const here = new Set(signals.map(({ object }) => object));
    const recent = [...memory].filter(([, { last }]) => now - last <= BREAK_MS);
    memory = new Map([...recent, ...seen.map((one) => [one.signal.key, one] as const)]);
    standing = worstFirst(
      seen.map((one) => {
        const ripe = isDoomed(one, here, now);
        return { signal: one.signal, since: one.since, ripe, class: shownClass(one.signal, ripe) };
      }),
    );
  };

  return {
    see: (assessment, now) => {
      look(assessment, now);
      const fatal = standing.find((one) => one.ripe && dooms(one.signal, standing));
      return fatal && verdictOn(fatal.signal, standing);
    },
    atEnd: (assessment, now, said) => {
      look(assessment, now);
      return explain(assessment, standing, said);
    },
    standing: () => standing,
  };
}

/** All new pods of the workload are doomed, or this one sign is enough. */
function dooms(signal: Signal, standing: readonly Standing[]): boolean {
  const same = standing.filter((one) => one.ripe && one.signal.workload === signal.workload);
  const pods = new Set(same.filter((one) => one.signal.pods > 0).map((one) => one.signal.object));
  return signal.pods === 0 || pods.size >= signal.pods;
}

/** How a signal shows in the live progress: nothing that may still pass is called fatal. */
function shownClass(signal: Signal, ripe: boolean): SignalClass {
  if (ripe) return 'fatal';
  if (signal.class === 'count') return signal.count > 1 ? 'slow' : 'transient';
  return signal.class === 'transient' ? 'transient' : 'slow';
}
