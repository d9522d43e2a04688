import type { Assessment, JobState, WorkloadState } from '../domain/assessment.ts';
import { humanTime } from '../domain/human-time.ts';
import { plainLine } from '../domain/inert.ts';
import type { Standing } from '../domain/signals/signal.ts';

export interface Progress {
  /** Prints what is new since the last call; call it after every look. */
  readonly show: (assessment: Assessment, standing: readonly Standing[]) => void;
  /** Prints one line of somebody's log: the heartbeat knows that something was said. */
  readonly log: (source: string, line: string) => void;
}

/** A workload of many pods changes all the time: only its end is told at once. */
const PACE_MS = 2000;
/** What a workload looks like in its first moments is not worth a line. */
const FIRST_MS = 1000;
const HEARTBEAT_MS = 30_000;
/** Every healthy start is not ready, not scheduled, not created for a while. */
const SLOW_MS = 10_000;
const NAMED = 4;

/** What was last said about one thing. */
interface Said {
  readonly at: number;
  readonly state: Subject['state'];
  /** When it became active. */
  readonly began: number | undefined;
  readonly counts: string;
  /** Everything said while the counts were these: reasons that flip are not told again. */
  readonly texts: ReadonlySet<string>;
}

/** A workload or a Job, as progress sees it. */
interface Subject {
  readonly name: string;
  readonly counts: string;
  readonly text: string;
  readonly state: 'waiting' | 'active' | 'over';
  /** A rollout may never run its hooks: that one waits is not what the others wait for. */
  readonly mayNeverRun: boolean;
  /** Begins without a line, and is not told at all when it is over from the beginning. */
  readonly quiet: boolean;
}

/**
 * Live progress in few lines: each workload when it changes, each trouble once, and one heartbeat
 * per 30 s when there is nothing to tell.
 * @param elapsed milliseconds of a clock that never jumps
 */
export function createProgress(print: (line: string) => void, elapsed: () => number): Progress {
  const began = elapsed();
  const said = new Map<string, Said>();
  const troubles = new Set<string>();
  let lastPrint = began;
  const say = (line: string): void => {
    lastPrint = elapsed();
    print(line);
  };
  return {
    log: (source, line) => say(`${source} │ ${line}`),
    show: (assessment, standing) => {
      const now = elapsed();
      const subjects = [...assessment.workloads.map(ofWorkload), ...assessment.jobs.map(ofJob)];
      for (const subject of subjects) {
        const line = tell(said, subject, now);
        if (line !== undefined) say(line);
      }
      const looked = new Set<string>();
      for (const one of standing) {
        const { workload, container, code } = one.signal;
        // They come worst first: what is less bad about the same container would only distract.
        const place = `${workload} ${container}`;
        if (looked.has(place) || !isWorthTelling(one, now)) continue;
        looked.add(place);
        const trouble = `${place} ${code}`;
        if (troubles.has(trouble)) continue;
        troubles.add(trouble);
        say(troubleLine(one));
      }
      if (now - lastPrint < HEARTBEAT_MS) return;
      say(`… ${humanTime(now - began)}, waiting for ${pending(subjects)}`);
    },
  };
}

const ofWorkload = (workload: WorkloadState): Subject => {
  const { ref, phase, desired, ready, old, note } = workload;
  const name = `${ref.kind}/${ref.name}`;
  const over = { name, counts: phase, state: 'over', quiet: false, mayNeverRun: false } as const;
  if (phase === 'not-applicable') return { ...over, text: note || 'does not roll by itself' };
  if (phase === 'scaled-to-zero') return { ...over, text: 'scaled to zero, nothing runs' };
  const counts = `${ready}/${desired} ready`;
  const leaving = old > 0 && phase !== 'done' ? `${old} old` : '';
  return {
    name,
    counts,
    text: joined(counts, leaving, note),
    state: ({ waiting: 'waiting', rolling: 'active', done: 'over' } as const)[phase],
    mayNeverRun: false,
    quiet: true,
  };
};

const ofJob = ({ name, hook, phase, note }: JobState): Subject => ({
  name: `${hook ? 'Hook' : 'Job'}/${name}`,
  counts: phase,
  text: joined(phase, note),
  state: ({ waiting: 'waiting', running: 'active', done: 'over', failed: 'over' } as const)[phase],
  mayNeverRun: hook,
  quiet: phase === 'done',
});

const joined = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(' · ');

/** The line about this subject, undefined where there is nothing new to say; notes what was said. */
function tell(said: Map<string, Said>, subject: Subject, now: number): string | undefined {
  const { name, counts, text, state, quiet } = subject;
  const before = said.get(name);
  const known = before?.counts === counts ? before.texts : new Set<string>();
  if (before?.state === state && known.has(text)) return undefined;
  const begins = state === 'active' && before?.state !== 'active' && quiet;
  const silent =
    begins || state === 'waiting' || (before === undefined && quiet && state === 'over');
  if (!silent && state === 'active' && before && now - before.at < PACE_MS) return undefined;
  const began = before?.state === 'active' ? before.began : undefined;
  said.set(name, {
    at: begins ? now - PACE_MS + FIRST_MS : silent ? Number.NEGATIVE_INFINITY : now,
    state,
    began: state === 'active' ? (began ?? now) : undefined,
    counts,
    texts: new Set(begins ? [] : [...known, text]),
  });
  if (silent) return undefined;
  const took = state === 'over' && began !== undefined ? `after ${humanTime(now - began)}` : '';
  return joined(`${name} ${text}`, took);
}

const isWorthTelling = ({ signal, since, ripe }: Standing, now: number): boolean =>
  ripe || signal.class === 'fatal' || signal.class === 'count' || now - since >= SLOW_MS;

const MESSAGE_LIMIT = 400;

function troubleLine({ signal, class: kind }: Standing): string {
  const { workload, object, container, code, message } = signal;
  const where = [object === workload ? '' : object, container && `container ${container}`]
    .filter((part) => part !== '')
    .join(', ');
  const line = plainLine(message);
  const words = line.length > MESSAGE_LIMIT ? `${line.slice(0, MESSAGE_LIMIT)} …` : line;
  return joined(`${kind === 'transient' ? '·' : '⚠'} ${workload}`, code, where, words);
}

function pending(subjects: readonly Subject[]): string {
  const open = subjects.filter(
    ({ state, mayNeverRun }) => state === 'active' || (state === 'waiting' && !mayNeverRun),
  );
  if (open.length === 0) return 'helm';
  const named = open.slice(0, NAMED).map(({ name, text }) => `${name} (${text})`);
  const rest = open.length > NAMED ? `, and ${open.length - NAMED} more` : '';
  return `${named.join(', ')}${rest}`;
}
