import { randomUUID } from 'node:crypto';
import type { Bundle } from '../../src/domain/bundle.ts';
import type { RunningImage } from '../../src/domain/identity.ts';
import type { Span, Stopwatch, Timings } from '../../src/report/stopwatch.ts';
import type { Phase } from '../../src/session/session.ts';
import type { Difference } from './diff.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';
import type { Testimony } from './witness.ts';

/** What a plan that asked no cluster was compared with, and what it cannot know. */
interface OfflinePlan {
  /** A sentence: with which deploy the changes were found, or why with none. */
  readonly compared: string;
  readonly notChecked: string;
}

/** What a run of helm-deploy found out and did; complete also when it failed half-way. */
export interface HelmDeployResult {
  /**
   * `unchanged`: all of it runs already. `planned`, `refused`: nothing was changed. `rolled-back`:
   * what was live before serves again. `failed`: helm was started and the result is not good.
   */
  readonly status: 'deployed' | 'unchanged' | 'rolled-back' | 'failed' | 'refused' | 'planned';
  /** Why it is not `deployed`. */
  readonly failure?: unknown;
  readonly identity: string;
  readonly revision: number | undefined;
  readonly previousRevision: number | undefined;
  readonly images: readonly RunningImage[];
  readonly bundle: Bundle | undefined;
  readonly deploymentId: number | undefined;
  /** What a deploy changes; undefined where it did not come so far. */
  readonly difference: Difference | undefined;
  /** Of a plan that asked no cluster. */
  readonly offline: OfflinePlan | undefined;
  /** Where people reach it, `''` where nobody knows. */
  readonly url: string;
  /** What was seen of the rollout; undefined when there was none. */
  readonly testimony: Testimony | undefined;
  readonly spans: readonly Span[];
  readonly timings: Timings;
}

/** The result while it grows, and the clock of its phases. */
export interface Course {
  readonly found: { -readonly [K in keyof HelmDeployResult]: HelmDeployResult[K] };
  readonly phase: Phase;
  readonly spans: Stopwatch['spans'];
  /** End of the time for the whole rollout, on the clock of `elapsed`. */
  readonly deadline: number;
  /** Tells this run's hold of the lock apart; post takes it over with it. */
  readonly lockToken: string;
  /** A rollout was begun and not brought to an end: a cancelled run leaves it, and the lock, to post. */
  open: boolean;
}

/** Nothing is known yet, and nothing was done. */
export const beginCourse = (
  { phase, spans }: Pick<Stopwatch, 'phase' | 'spans'>,
  { timeout, url }: HelmDeploySettings,
  { elapsed }: HelmDeployPorts,
): Course => ({
  found: {
    status: 'refused',
    identity: '',
    revision: undefined,
    previousRevision: undefined,
    images: [],
    bundle: undefined,
    deploymentId: undefined,
    difference: undefined,
    offline: undefined,
    url,
    testimony: undefined,
    spans: [],
    timings: {},
  },
  phase,
  spans,
  deadline: elapsed() + timeout,
  lockToken: randomUUID(),
  open: false,
});
