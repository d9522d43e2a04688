import { login } from '../../src/cloud/login.ts';
import { liveRevision, nextNumber } from '../../src/domain/history.ts';
import type { RunningImage } from '../../src/domain/identity.ts';
import { upgradeRelease } from '../../src/release/upgrade.ts';
import { verifyRelease } from '../../src/release/verify.ts';
import { createStopwatch, type Timings } from '../../src/report/stopwatch.ts';
import { type Checked, check } from './check.ts';
import { withLock } from './claim.ts';
import { gate } from './gate.ts';
import { upgradeInput } from './run-facts.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';
import { type Target, withTarget } from './target.ts';
import { undo } from './undo.ts';

/** What a run of helm-deploy found out and did; complete also when it failed half-way. */
export interface HelmDeployResult {
  /**
   * `refused`: nothing was changed. `rolled-back`: what was live before serves again. `failed`: helm
   * was started and the result is not good.
   */
  readonly status: 'deployed' | 'rolled-back' | 'failed' | 'refused';
  /** Why it is not `deployed`. */
  readonly failure?: unknown;
  readonly identity: string;
  readonly revision: number | undefined;
  readonly previousRevision: number | undefined;
  readonly images: readonly RunningImage[];
  readonly timings: Timings;
}

/** The result while it grows, and the clock of its phases. */
interface Course {
  readonly found: { -readonly [K in keyof HelmDeployResult]: HelmDeployResult[K] };
  readonly phase: <T>(name: string, body: () => Promise<T>) => Promise<T>;
  /** End of the time for the whole rollout, on the clock of `elapsed`. */
  readonly deadline: number;
}

/** Puts a chart with its images into a namespace and proves that exactly these images serve. */
export async function helmDeploy(
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<HelmDeployResult> {
  const { phase, timings } = createStopwatch(ports.elapsed);
  const course: Course = {
    found: {
      status: 'refused',
      identity: '',
      revision: undefined,
      previousRevision: undefined,
      images: [],
      timings: {},
    },
    phase,
    deadline: ports.elapsed() + settings.timeout,
  };
  const { found, deadline } = course;
  try {
    const access = await phase('login', () => login(settings, ports));
    await withTarget(access, phase, settings, ports, async (target) => {
      found.identity = target.cluster.identity.username;
      ports.info(`Connected as ${found.identity}, helm ${target.helm.version}`);
      await withLock({ target, phase, deadline }, settings, ports, async (stop) => {
        await phase('gate', () => gate(target, settings));
        const checked = await phase('check', () => check(target, settings, ports));
        await rollOut({ target, checked, stop }, course, settings, ports);
      });
    });
  } catch (error) {
    found.failure = error;
  }
  return { ...found, timings: timings() };
}

interface Rollout {
  readonly target: Target;
  readonly checked: Checked;
  /** Aborted when the user cancels, or another run asks us to stop. */
  readonly stop: AbortSignal;
}

/** From here on the cluster is changed: upgrade, verify, and back when it is not good. */
async function rollOut(
  { target, checked, stop }: Rollout,
  { found, phase, deadline }: Course,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<void> {
  const { history, chart } = checked;
  const live = liveRevision(history);
  const revision = nextNumber(history);
  Object.assign(found, { status: 'failed', revision, previousRevision: live?.number });
  try {
    const input = upgradeInput(revision, chart, settings, ports);
    await phase('upgrade', () =>
      ports.group(`helm upgrade ${settings.release}`, () =>
        upgradeRelease(target.helm, input, stop),
      ),
    );
    found.images = await phase('verify', () =>
      verifyRelease(
        { namespace: settings.namespace, expected: revision, asked: chart.images, deadline },
        { ...ports, ...target.reads },
      ),
    );
    found.status = 'deployed';
  } catch (failure) {
    found.failure = failure;
    const restored = await phase('undo', () =>
      undo({ target, failure, live, stop }, settings, ports).catch((error: unknown) => {
        found.failure = new AggregateError([failure, error]);
        return undefined;
      }),
    );
    if (restored) Object.assign(found, { status: 'rolled-back', images: restored });
  }
}
