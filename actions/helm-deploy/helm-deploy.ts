import { ensureNamespace } from '../../src/cluster/namespace.ts';
import type { Claimed } from '../../src/release/claim.ts';
import { createStopwatch } from '../../src/report/stopwatch.ts';
import { claim } from '../../src/session/claim.ts';
import { withLock } from '../../src/session/lock.ts';
import { type Session, withSession } from '../../src/session/session.ts';
import { type Cargo, settleBundle } from './bundle.ts';
import { beginCourse, type Course, type HelmDeployResult } from './course.ts';
import { deploy } from './deploy.ts';
import { gate } from './gate.ts';
import { guarded } from './guarded.ts';
import { keepAsItIs } from './keep.ts';
import { noCluster } from './no-cluster.ts';
import { planOffline } from './plan-offline.ts';
import { prepare } from './prepare.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';
import { alreadyThere } from './unchanged.ts';
import { goBackTo } from './undo.ts';
import { undoTarget } from './undo-target.ts';

/** Puts a chart with its images into a namespace and proves that exactly these images serve. */
export async function helmDeploy(
  settings: HelmDeploySettings,
  outside: HelmDeployPorts,
): Promise<HelmDeployResult> {
  const absent = settings.mode === 'plan' ? await noCluster(settings, outside) : undefined;
  if (absent !== undefined) return planOffline(absent, settings, outside);
  const ports = guarded(settings, outside);
  const stopwatch = createStopwatch(ports.elapsed);
  const { phase, spans, timings } = stopwatch;
  const course = beginCourse(stopwatch, settings, ports);
  const { found } = course;
  try {
    const cargo = await phase('bundle', () => settleBundle(settings, ports));
    found.bundle = cargo.bundle;
    await withSession(settings, phase, ports, async (session) => {
      found.identity = session.cluster.identity.username;
      if (settings.mode === 'plan') return plan(session, cargo, course, settings, ports);
      const { namespace, createNamespace } = settings;
      const namespaceIsNew = await ensureNamespace(session.cluster, namespace, createNamespace);
      await withRelease(session, course, ports, async (stop) => {
        const claimed = await phase('claim', () => take(session, stop, course, settings, ports));
        const { history } = claimed;
        const prepared = await orPutBack(
          { session, claimed, stop },
          course,
          settings,
          ports,
          async () => {
            await phase('gate', () => gate(session, cargo.bundle, settings, ports));
            return prepare(session, cargo, { history, namespaceIsNew }, course, settings, ports);
          },
        );
        const already = await alreadyThere(session, history, prepared, settings, ports);
        if (already) return keepAsItIs(session, { ...already, ...prepared }, course, settings, ports);
        await deploy({ session, history, stop, ...prepared }, course, settings, ports);
      });
    });
  } catch (error) {
    found.failure = error;
  }
  return { ...found, spans: spans(), timings: timings() };
}

interface Taken {
  readonly session: Session;
  readonly claimed: Claimed;
  readonly stop: AbortSignal;
}

/** What a killed run left half-done must not stay because this run is refused. */
async function orPutBack<T>(
  { session, claimed, stop }: Taken,
  { phase }: Course,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
  body: () => Promise<T>,
): Promise<T> {
  try {
    return await body();
  } catch (refusal) {
    const good = claimed.recovered && (await undoTarget(claimed.history, session));
    if (good && settings.onFailure === 'rollback') {
      ports.info(`Revision ${claimed.recovered?.revision} was left half-done: it is taken back`);
      await phase('undo', () => goBackTo(good, '', { session, stop }, settings, ports));
    }
    throw refusal;
  }
}

/** Finds out what a deploy would do, and does nothing: no lock is taken, nothing is recovered. */
async function plan(
  session: Session,
  cargo: Cargo,
  course: Course,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<void> {
  const history = await session.reads.history();
  const subject = { history, namespaceIsNew: false };
  await prepare(session, cargo, subject, course, settings, ports);
  course.found.status = 'planned';
}

/** Inside the lock; a run that is cancelled while helm works leaves it to post, which undoes. */
function withRelease(
  session: Session,
  course: Course,
  ports: HelmDeployPorts,
  body: (stop: AbortSignal) => Promise<void>,
): Promise<void> {
  const { phase, deadline, lockToken } = course;
  const wish = { action: 'helm-deploy', deadline, token: lockToken, keep: () => course.open };
  return withLock(wish, session, phase, ports, body);
}

/** A release that another run left pending is made workable, with proof that it is over. */
function take(
  session: Session,
  stop: AbortSignal,
  { deadline }: Course,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<Claimed> {
  const { release, namespace, recover } = settings;
  const github = ports.github(settings.githubToken);
  return claim({ release, namespace, recover, deadline, stop, github }, session, ports);
}
