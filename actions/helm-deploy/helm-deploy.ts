import { ensureNamespace } from '../../src/cluster/namespace.ts';
import type { Bundle } from '../../src/domain/bundle.ts';
import { liveRevision, nextNumber } from '../../src/domain/history.ts';
import type { RunningImage } from '../../src/domain/identity.ts';
import { describeError } from '../../src/errors.ts';
import { upgradeRelease } from '../../src/release/upgrade.ts';
import { verifyRelease } from '../../src/release/verify.ts';
import { createStopwatch, type Timings } from '../../src/report/stopwatch.ts';
import { withLock } from '../../src/session/lock.ts';
import { type Phase, type Session, withSession } from '../../src/session/session.ts';
import { settleBundle } from './bundle.ts';
import { type Checked, check } from './check.ts';
import { gate } from './gate.ts';
import { openRecord } from './record.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';
import { undo } from './undo.ts';
import { upgradeInput } from './upgrade-input.ts';

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
  readonly bundle: Bundle | undefined;
  readonly deploymentId: number | undefined;
  readonly timings: Timings;
}

/** The result while it grows, and the clock of its phases. */
interface Course {
  readonly found: { -readonly [K in keyof HelmDeployResult]: HelmDeployResult[K] };
  readonly phase: Phase;
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
      bundle: undefined,
      deploymentId: undefined,
      timings: {},
    },
    phase,
    deadline: ports.elapsed() + settings.timeout,
  };
  const { found, deadline } = course;
  try {
    const cargo = await phase('bundle', () => settleBundle(settings, ports));
    found.bundle = cargo.bundle;
    await withSession(settings, phase, ports, async (session) => {
      found.identity = session.cluster.identity.username;
      await ensureNamespace(session.cluster, settings.namespace, settings.createNamespace);
      await withLock({ action: 'helm-deploy', deadline }, session, phase, ports, async (stop) => {
        await phase('gate', () => gate(session, cargo.bundle, settings, ports));
        const checked = await phase('check', () => check(session, cargo, settings, ports));
        await rollOut({ session, checked, stop }, course, settings, ports);
      });
    });
  } catch (error) {
    found.failure = error;
  }
  return { ...found, timings: timings() };
}

interface Rollout {
  readonly session: Session;
  readonly checked: Checked;
  /** Aborted when the user cancels, or another run asks us to stop. */
  readonly stop: AbortSignal;
}

/** From here on the cluster is changed: upgrade, verify, and back when it is not good. */
async function rollOut(
  { session, checked, stop }: Rollout,
  { found, phase, deadline }: Course,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<void> {
  const { history, chart } = checked;
  const live = liveRevision(history);
  const revision = nextNumber(history);
  const bundle = found.bundle?.id ?? settings.bundle;
  const record = await phase('record', () => openRecord(found.bundle, revision, settings, ports));
  found.deploymentId = record?.id;
  Object.assign(found, { status: 'failed', revision, previousRevision: live?.number });
  try {
    const input = upgradeInput({ revision, bundle, chart }, settings, ports);
    await phase('upgrade', () =>
      ports.group(`helm upgrade ${settings.release}`, () =>
        upgradeRelease(session.helm, input, stop),
      ),
    );
    found.images = await phase('verify', () =>
      verifyRelease(
        { namespace: settings.namespace, expected: revision, asked: chart.images, deadline },
        { ...ports, ...session.reads },
      ),
    );
    found.status = 'deployed';
    await record?.say('success', 'rolled out, not proven');
  } catch (failure) {
    found.failure = failure;
    await record?.say('failure', `rollout failed: ${describeError(failure)}`);
    const restored = await phase('undo', () =>
      undo({ session, failure, live, stop, bundle }, settings, ports).catch((error: unknown) => {
        found.failure = new AggregateError([failure, error]);
        return undefined;
      }),
    );
    if (restored) Object.assign(found, { status: 'rolled-back', images: restored });
  }
}
