import type { Assessment, Plan } from '../../../src/domain/assessment.ts';
import type { Diagnosis, Limits } from '../../../src/domain/diagnosis.ts';
import { createJudge } from '../../../src/domain/judge.ts';
import type { KubeObject } from '../../../src/domain/manifest.ts';
import { assess, takeBaseline } from '../../../src/domain/rollout.ts';
import type { Standing } from '../../../src/domain/signals/signal.ts';
import { createWorld } from '../../../src/domain/world.ts';
import { NAMESPACE } from './cluster-objects.ts';

/** What changes at a second of a rollout. */
export type Scene = readonly [
  seconds: number,
  objects: readonly KubeObject[],
  gone?: readonly KubeObject[],
];

export interface Played {
  /** The verdict and its second, if one was given. */
  readonly verdict: Diagnosis | undefined;
  readonly seconds: number;
  readonly assessment: Assessment;
  readonly standing: readonly Standing[];
  /** What the judge says when helm gives up now. */
  readonly explain: (said: string) => Diagnosis;
}

export const LIMITS: Limits = { pullAttempts: 1, maxRestarts: 2, unschedulableAfter: 15_000 };

export interface Setting {
  readonly before?: readonly KubeObject[];
  readonly manifest: readonly KubeObject[];
  readonly hooks?: readonly KubeObject[];
  readonly limits?: Partial<Limits>;
  /** Watch on for this long after the last scene. */
  readonly until?: number;
}

/** Plays a recorded rollout to the judge: a look at every change and at every second. */
export function play(setting: Setting, scenes: readonly Scene[]): Played {
  const world = createWorld();
  for (const object of setting.before ?? []) world.apply({ gone: false, object });
  const plan: Plan = {
    namespace: NAMESPACE,
    manifest: setting.manifest,
    hooks: (setting.hooks ?? []).map((object) => ({ object, events: ['pre-upgrade'], weight: 0 })),
    baseline: takeBaseline(world),
  };
  const judge = createJudge({ ...LIMITS, ...setting.limits });
  const end = setting.until ?? (scenes.at(-1)?.[0] ?? 0) + 1;
  let assessment = assess(world, plan);
  const played = (verdict: Diagnosis | undefined, seconds: number): Played => ({
    verdict,
    seconds,
    assessment,
    standing: judge.standing(),
    explain: (said) => judge.atEnd(assessment, seconds * 1000, said),
  });
  const times = new Set([
    ...Array(Math.ceil(end) + 1).keys(),
    ...scenes.map(([seconds]) => seconds),
  ]);
  for (const seconds of [...times].sort((a, b) => a - b)) {
    for (const [when, objects, gone = []] of scenes) {
      if (when !== seconds) continue;
      for (const object of objects) world.apply({ gone: false, object });
      for (const object of gone) world.apply({ gone: true, object });
    }
    assessment = assess(world, plan);
    const verdict = judge.see(assessment, seconds * 1000);
    if (verdict) return played(verdict, seconds);
  }
  return played(undefined, end);
}
