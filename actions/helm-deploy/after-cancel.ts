import { ownerRun } from '../../src/domain/claim.ts';
import type { Diagnosis } from '../../src/domain/diagnosis.ts';
import { isPending, type Revision } from '../../src/domain/history.ts';
import { takeBaseline } from '../../src/domain/rollout.ts';
import { createWorld } from '../../src/domain/world.ts';
import { ActionError, describeError } from '../../src/errors.ts';
import { observe } from '../../src/release/observe.ts';
import { createStopwatch } from '../../src/report/stopwatch.ts';
import { withLock } from '../../src/session/lock.ts';
import { runOf } from '../../src/session/run-of.ts';
import { type Session, withSession } from '../../src/session/session.ts';
import type { CourseState } from './course-state.ts';
import { guarded } from './guarded.ts';
import { recordOf } from './record.ts';
import { type HelmDeployPorts, type HelmDeploySettings, limitsOf } from './settings.ts';
import { bringTools } from './tools.ts';
import { undo } from './undo.ts';
import { createWitness } from './witness.ts';

/** How a run that was cancelled in the middle of a rollout was brought to its end. */
export interface Aftermath {
  readonly status: 'rolled-back' | 'failed' | 'left';
  /** For people. */
  readonly said: string;
  /** What stood in the way when it was cancelled, if anything did. */
  readonly diagnosis?: Diagnosis | undefined;
}

/** GitHub gives all that remains of a cancelled job 5 minutes; the lock is ours already. */
const LOCK_MS = 10_000;
/** Helm was told to stop and does so within 50 ms; one that is still at it belongs to a dead main. */
const HELM_MS = 5000;

/**
 * Ends what main could not: helm was stopped, and the revision that was live before comes back.
 * Whatever cannot be done here is left to the next run, which finds the release as it is.
 */
export async function afterCancel(
  course: CourseState,
  settings: HelmDeploySettings,
  outside: HelmDeployPorts,
): Promise<Aftermath> {
  const ports = guarded(settings, outside);
  const { phase } = createStopwatch(ports.elapsed);
  let aftermath: Aftermath = { status: 'left', said: 'Nothing was undone.' };
  const deadline = ports.elapsed() + LOCK_MS;
  const wish = { action: 'helm-deploy', deadline, token: course.lockToken };
  const tools = await bringTools(settings, phase, ports);
  await withSession({ ...settings, tools }, phase, ports, (session) =>
    withLock(wish, session, phase, ports, async (stop) => {
      aftermath = await end(session, course, stop, settings, ports);
    }),
  );
  const record = recordOf(course.deployment, settings, ports);
  await record?.say('error', `cancelled: ${aftermath.said}`);
  return aftermath;
}

async function end(
  session: Session,
  course: CourseState,
  stop: AbortSignal,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<Aftermath> {
  const { revision, live, bundle } = course;
  const newest = await ended(session, ports);
  const ours =
    newest &&
    ownerRun(newest, await session.board.read()) === runOf(ports.env) &&
    // Or the undo had begun: it is begun again, from what it made.
    newest.number >= revision;
  if (!ours) return { status: 'left', said: 'helm had changed nothing yet.' };
  const failure = new ActionError('cancelled', 'The run was cancelled during the rollout');
  const diagnosis = await lookBack(session, course, failure, settings, ports).catch(
    () => undefined,
  );
  try {
    const images = await undo({ session, failure, live, stop, bundle }, settings, ports);
    if (!images || !live)
      return { status: 'failed', said: `revision ${revision} is left as it is.`, diagnosis };
    return { status: 'rolled-back', said: `revision ${live.number} serves again.`, diagnosis };
  } catch (error) {
    return { status: 'failed', said: describeError(error), diagnosis };
  }
}

/** What is wrong with the pods, told before they are gone. */
async function lookBack(
  session: Session,
  { revision, live }: CourseState,
  failure: ActionError,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<Diagnosis | undefined> {
  const [view, record] = await Promise.all([session.view(), session.reads.record(revision)]);
  if (!record) return undefined;
  const seen = {
    session,
    secrets: [],
    revision,
    previousRevision: live?.number,
    said: [],
    spans: () => [],
  };
  const witness = createWitness(seen, settings, ports);
  const { manifest, hooks } = record;
  const { namespace } = settings;
  const plan = { namespace, manifest, hooks, baseline: takeBaseline(createWorld()) };
  const observation = observe(plan, limitsOf(settings), {
    ...ports,
    ...session.reads,
    view,
    show: () => {},
  });
  const troubled = observation.assessment().signals.length > 0;
  const diagnosis = troubled ? observation.explain(failure.message) : undefined;
  await witness.onFailure({ diagnosis, failure, observation });
  observation.end();
  await witness.end();
  return witness.testimony().diagnosis;
}

/** The newest revision, once helm is no longer at it; one of somebody else stays as it is. */
async function ended(
  { reads, board, settlePending }: Session,
  { env, elapsed, sleep }: HelmDeployPorts,
): Promise<Revision | undefined> {
  const end = elapsed() + HELM_MS;
  for (;;) {
    const newest = (await reads.history()).at(-1);
    if (!newest || !isPending(newest)) return newest;
    if (ownerRun(newest, await board.read()) !== runOf(env)) return newest;
    if (elapsed() > end) {
      await settlePending(newest.number, 'Cancelled; set to failed by deploy-actions');
      return (await reads.history()).at(-1);
    }
    await sleep(500);
  }
}
