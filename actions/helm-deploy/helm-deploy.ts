import { ensureNamespace } from '../../src/cluster/namespace.ts';
import type { Claimed } from '../../src/release/claim.ts';
import { createStopwatch } from '../../src/report/stopwatch.ts';
import { claim } from '../../src/session/claim.ts';
import { withLock } from '../../src/session/lock.ts';
import { type Session, withSession } from '../../src/session/session.ts';
import { settleBundle } from './bundle.ts';
import { beginCourse, type Course, type HelmDeployResult } from './course.ts';
import { bringCrds, describeCrds } from './crds.ts';
import { deploy } from './deploy.ts';
import { type Draft, draft } from './draft.ts';
import { gate } from './gate.ts';
import { guarded } from './guarded.ts';
import { keepAsItIs } from './keep.ts';
import { noCluster } from './no-cluster.ts';
import { planOffline } from './plan-offline.ts';
import { aroundRollout, type Begun, prepare } from './prepare.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';
import { bringTools } from './tools.ts';
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
    const tools = await bringTools(settings, phase, ports);
    let drafted = soon<Draft>(Promise.reject(new Error('it is not begun')));
    const begin = (place: Pick<Session, 'helm' | 'scratch'>): void => {
      drafted = soon(phase('render', () => draft(place, cargo, settings, ports)));
    };
    const body = (session: Session): Promise<void> => {
      found.identity = session.cluster.identity.username;
      const begun = { drafted, around: aroundRollout(session, ports) };
      void soon(session.view());
      // Where nothing is rendered nothing tells whether there is a change: it is taken for one.
      void soon(drafted.then(({ rendered }) => (rendered ? undefined : begun.around())));
      return settings.mode === 'plan'
        ? plan(session, begun, course, settings, ports)
        : bring(session, begun, course, settings, ports);
    };
    await withSession({ ...settings, tools }, phase, ports, body, begin);
  } catch (error) {
    found.failure = error;
  }
  return { ...found, spans: spans(), timings: timings() };
}

/** It is waited for later; until then its failure is nobody's. */
function soon<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

/** Inside the lock: everything is found out first, and nothing is done where nothing is to do. */
async function bring(
  session: Session,
  begun: Begun,
  course: Course,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<void> {
  const { phase, found } = course;
  const { namespace, createNamespace } = settings;
  const namespaceIsNew = await ensureNamespace(session.cluster, namespace, createNamespace);
  await withRelease(session, course, ports, async (stop) => {
    const claimed = await phase('claim', () => take(session, stop, course, settings, ports));
    const { history } = claimed;
    const taken = { session, claimed, stop };
    const prepared = await orPutBack(taken, course, settings, ports, async () => {
      await phase('gate', () => gate(session, found.bundle, settings, ports));
      return prepare(session, { ...begun, history, namespaceIsNew }, course, settings, ports);
    });
    const already = await alreadyThere(session, history, prepared, settings, ports);
    if (already) return keepAsItIs(session, { ...already, ...prepared }, course, settings, ports);
    await begun.around();
    await phase('crds', () => bringCrds(prepared.checked.crds, session, ports));
    await deploy({ session, history, stop, ...prepared }, course, settings, ports);
  });
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
  begun: Begun,
  course: Course,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<void> {
  const history = await session.reads.history();
  const subject = { ...begun, history, namespaceIsNew: false };
  const { checked } = await prepare(session, subject, course, settings, ports);
  for (const line of describeCrds(checked.crds)) ports.info(`${line} before the release`);
  await begun.around();
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
