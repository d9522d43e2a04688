import { createLiveObjects } from '../../src/cluster/live-objects.ts';
import type { RunningImage } from '../../src/domain/identity.ts';
import { ActionError } from '../../src/errors.ts';
import { rollOut } from '../../src/release/rollout.ts';
import type { Session } from '../../src/session/session.ts';
import type { Course } from './course.ts';
import { saveHelm } from './course-state.ts';
import { type Next, revisionInput } from './revision-input.ts';
import { type HelmDeployPorts, type HelmDeploySettings, limitsOf } from './settings.ts';
import { createWitness } from './witness.ts';

/** Runs helm under watch; what failed is written down before anything is stopped or undone. */
export async function upgrade(
  session: Session,
  next: Next,
  stop: AbortSignal,
  course: Course,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<readonly RunningImage[]> {
  const { found, phase, deadline, spans } = course;
  const said: string[] = [];
  const left = Math.max(1000, deadline - ports.elapsed());
  const { namespace, failFast, settle, timeout } = settings;
  const view = await session.view();
  const { previousRevision } = found;
  const { revision } = next;
  const { secrets } = next.chart;
  const seen = { session, secrets, revision, previousRevision, said, spans };
  const witness = createWitness(seen, settings, ports);
  const was = previousRevision === undefined ? '' : `${previousRevision} → `;
  const version = await session.helm.version();
  ports.info(`helm upgrade ${settings.release}: revision ${was}${revision}, by helm ${version}`);
  const onStarted = (pid: number): void => saveHelm(pid, ports);
  try {
    return await rollOut(
      {
        upgrade: {
          ...revisionInput(next, left, settings, ports),
          onLine: (line) => void said.push(line),
        },
        ...{ namespace, failFast, settle, timeout, deadline, revision },
        asked: next.chart.images,
        limits: limitsOf(settings),
      },
      {
        ...ports,
        ...session.reads,
        ...witness,
        ...{ view, phase, stop, helm: session.helm },
        objects: createLiveObjects(session.cluster, namespace),
        onStarted,
      },
    );
  } catch (error) {
    if (!(error instanceof ActionError) || error.code !== 'helm-failed') throw error;
    const hint = error.hint === undefined ? {} : { hint: error.hint };
    throw new ActionError(error.code, witness.redact(error.message), hint);
  } finally {
    await witness.end();
    Object.assign(found, { testimony: witness.testimony() });
    if (said.length > 0) {
      const lines = said.map(witness.redact);
      await ports.group('What helm said', async () => lines.forEach(ports.info));
    }
  }
}
