import type { Assessment, Plan } from '../domain/assessment.ts';
import type { Diagnosis, Limits, Need } from '../domain/diagnosis.ts';
import { createJudge } from '../domain/judge.ts';
import { assess } from '../domain/rollout.ts';
import type { Standing } from '../domain/signals/signal.ts';
import type { World } from '../domain/world.ts';
import type { Clock } from '../tools/clock.ts';

/** The cluster as it is seen while a run works on a release; kept up to date by watches or polls. */
export interface View {
  readonly world: World;
  /** Calls back after changes, at most every 100 ms; the returned function ends it. */
  readonly onChange: (listener: () => void) => () => void;
  /** Settles when everything was read once more after now. */
  readonly refresh: () => Promise<void>;
  /** Follows further namespaces, too; settles when their state is in the world. */
  readonly include: (namespaces: readonly string[]) => Promise<void>;
  /** Whether all that can be read comes by streams: it knows then what happened a moment ago. */
  readonly streams: () => boolean;
  /** Kinds that cannot be read here, for want of a right. */
  readonly lost: () => readonly string[];
  readonly close: () => void;
}

/** When a workload began to roll and when it was done, on the clock of `elapsed`. */
export interface Rolling {
  readonly from: number;
  readonly to?: number;
}

export interface ObservePorts extends Pick<Clock, 'elapsed' | 'every'> {
  readonly view: View;
  /** Shows how it goes; called after every look. */
  readonly show: (assessment: Assessment, standing: readonly Standing[]) => void;
  /** Asks the cluster whether something that pods are said to lack is there by now. */
  readonly present: (namespace: string, need: Need) => Promise<boolean>;
}

/** What one look at the rollout told. */
export interface Look {
  readonly assessment: Assessment;
  /** Set once the rollout provably cannot succeed; it stays set. */
  readonly verdict: Diagnosis | undefined;
  readonly now: number;
}

/** A rollout that is looked at on every change, and once a second for what only time can tell. */
export interface Observation {
  readonly plan: () => Plan;
  readonly world: World;
  /** Tells it that helm has applied everything: what looks unchanged now is. */
  readonly applied: () => void;
  readonly assessment: () => Assessment;
  readonly rolling: () => ReadonlyMap<string, Rolling>;
  /** Resolves with the first answer of `check`, which is asked at once and after every look. */
  readonly until: <T>(check: (look: Look) => T | undefined) => Promise<T>;
  /** The best explanation of what still stands, beside what helm said. */
  readonly explain: (said: string) => Diagnosis;
  readonly end: () => void;
}

const TICK_MS = 1000;

export function observe(first: Plan, limits: Limits, ports: ObservePorts): Observation {
  const { view, elapsed } = ports;
  let plan = first;
  const judge = createJudge(limits);
  const believe = doubt(ports);
  const rolling = new Map<string, Rolling>();
  const waiting = new Set<(look: Look) => boolean>();
  let verdict: Diagnosis | undefined;
  let last = takeLook();
  function takeLook(): Look {
    const now = elapsed();
    const assessment = assess(view.world, plan);
    verdict ??= believe(judge.see(assessment, now), now);
    note(rolling, assessment, now);
    ports.show(assessment, judge.standing());
    return { assessment, verdict, now };
  }
  const look = (): void => {
    last = takeLook();
    for (const answered of [...waiting]) if (answered(last)) waiting.delete(answered);
  };
  const ends = [view.onChange(look), ports.every(TICK_MS, async () => look())];
  return {
    plan: () => plan,
    world: view.world,
    applied: () => {
      plan = { ...plan, applied: true };
      look();
    },
    assessment: () => last.assessment,
    rolling: () => rolling,
    until: (check) =>
      new Promise((resolve, reject) => {
        const answered = (seen: Look): boolean => {
          try {
            const answer = check(seen);
            if (answer !== undefined) resolve(answer);
            return answer !== undefined;
          } catch (error) {
            reject(error);
            return true;
          }
        };
        if (!answered(last)) waiting.add(answered);
      }),
    explain: (said) => verdict ?? judge.atEnd(last.assessment, elapsed(), said),
    end: () => {
      for (const end of ends) end();
      waiting.clear();
    },
  };
}

/** The kubelet looks again within so long; what is there by then counts as there. */
const RETRY_MS = 30_000;

/**
 * Believes that something is missing only when the cluster, asked for it, says so too: pods go on
 * saying it for up to 14 s after an operator brought it.
 */
function doubt({
  present,
}: ObservePorts): (diagnosis: Diagnosis | undefined, now: number) => Diagnosis | undefined {
  const known = new Map<string, { absent?: boolean; readonly asked: number }>();
  return (diagnosis, now) => {
    if (!diagnosis?.needs) return diagnosis;
    const { namespace, needs } = diagnosis;
    const id = JSON.stringify([namespace, needs]);
    const answer = known.get(id);
    if (answer?.absent) return diagnosis;
    if (answer === undefined || now - answer.asked > RETRY_MS) {
      const asking: { absent?: boolean; readonly asked: number } = { asked: now };
      known.set(id, asking);
      void present(namespace, needs)
        .catch(() => false)
        .then((there) => {
          asking.absent = !there;
        });
    }
    return undefined;
  };
}

function note(rolling: Map<string, Rolling>, { workloads }: Assessment, now: number): void {
  for (const { ref, phase } of workloads) {
    const name = `${ref.kind}/${ref.name}`;
    const known = rolling.get(name);
    if (known === undefined && phase === 'rolling') rolling.set(name, { from: now });
    if (known && known.to === undefined && phase === 'done')
      rolling.set(name, { ...known, to: now });
  }
}
