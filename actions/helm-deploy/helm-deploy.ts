import { randomUUID } from 'node:crypto';
import { ensureNamespace } from '../../src/cluster/namespace.ts';
import { readUrl } from '../../src/cluster/read-url.ts';
import type { Bundle } from '../../src/domain/bundle.ts';
import { LABEL, nextNumber, type Revision } from '../../src/domain/history.ts';
import type { RunningImage } from '../../src/domain/identity.ts';
import { describeError } from '../../src/errors.ts';
import type { Claimed } from '../../src/release/claim.ts';
import {
  createStopwatch,
  type Span,
  type Stopwatch,
  type Timings,
} from '../../src/report/stopwatch.ts';
import { claim } from '../../src/session/claim.ts';
import { withLock } from '../../src/session/lock.ts';
import { runOf } from '../../src/session/run-of.ts';
import { type Phase, type Session, withSession } from '../../src/session/session.ts';
import { type Cargo, settleBundle } from './bundle.ts';
import { composeChart } from './chart.ts';
import { type Checked, check, type Subject } from './check.ts';
import { type CourseState, closeCourse, saveCourse } from './course-state.ts';
import { type Difference, differ } from './diff.ts';
import { gate } from './gate.ts';
import { type DeployRecord, openRecord } from './record.ts';
import type { Next } from './revision-input.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';
import { type Already, alreadyThere } from './unchanged.ts';
import { undo } from './undo.ts';
import { undoTarget } from './undo-target.ts';
import { upgrade } from './upgrade.ts';
import type { Testimony } from './witness.ts';

/** What a run of helm-deploy found out and did; complete also when it failed half-way. */
export interface HelmDeployResult {
  /**
   * `unchanged`: all of it runs already. `planned`, `refused`: nothing was changed. `rolled-back`: what was live before serves again. `failed`: helm
   * was started and the result is not good.
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

/** Puts a chart with its images into a namespace and proves that exactly these images serve. */
export async function helmDeploy(
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<HelmDeployResult> {
  const { phase, spans, timings } = createStopwatch(ports.elapsed);
  const course: Course = {
    found: {
      status: 'refused',
      identity: '',
      revision: undefined,
      previousRevision: undefined,
      images: [],
      bundle: undefined,
      deploymentId: undefined,
      difference: undefined,
      url: settings.url,
      testimony: undefined,
      spans: [],
      timings: {},
    },
    phase,
    spans,
    deadline: ports.elapsed() + settings.timeout,
    lockToken: randomUUID(),
    open: false,
  };
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
        const { history } = await phase('claim', () =>
          take(session, stop, course, settings, ports),
        );
        await phase('gate', () => gate(session, cargo.bundle, settings, ports));
        const subject = { history, namespaceIsNew };
        const prepared = await prepare(session, cargo, subject, course, settings, ports);
        const already = await alreadyThere(session, history, prepared, settings, ports);
        if (already) return keepAsItIs(session, already, course, settings, ports);
        await deploy({ session, history, stop, ...prepared }, course, settings, ports);
      });
    });
  } catch (error) {
    found.failure = error;
  }
  return { ...found, spans: spans(), timings: timings() };
}

/** All that is known before anything changes. */
export interface Prepared {
  readonly next: Next;
  readonly checked: Checked;
  readonly difference: Difference;
}

/** Everything that is found out before anything changes; the watch is opened meanwhile. */
async function prepare(
  session: Session,
  { images }: Cargo,
  subject: Omit<Subject, 'next'>,
  { found, phase }: Course,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<Prepared> {
  return phase('check', async () => {
    const chart = await composeChart(session.helm, images, settings);
    const bundle = found.bundle?.id ?? settings.bundle;
    const next = { revision: nextNumber(subject.history), bundle, chart };
    const [checked] = await Promise.all([
      check(session, { next, ...subject }, settings, ports),
      lookAround(session, ports),
    ]);
    const difference = await differ(checked, session, settings);
    found.difference = difference;
    return { next, checked, difference };
  });
}

/** No new revision; that this bundle is in the environment, too, is written down all the same. */
async function keepAsItIs(
  session: Session,
  { revision, images }: Already,
  { found, phase }: Course,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<void> {
  const { number } = revision;
  Object.assign(found, { status: 'unchanged', revision: number, images });
  const bundle = found.bundle?.id ?? settings.bundle;
  await phase('record', async () => {
    const record = await openRecord(found.bundle, number, settings, ports);
    found.deploymentId = record?.id;
    if (bundle !== '' && bundle !== revision.labels[LABEL.bundle]) {
      await session.label(number, adoptedLabels(number, bundle, ports));
    }
    await record?.say('success', 'nothing to change, not proven');
  });
}

/** The revision belongs to this bundle now; what was proven of the one before is not true of it. */
const adoptedLabels = (
  revision: number,
  bundle: string,
  { env }: HelmDeployPorts,
): Readonly<Record<string, string | null>> => ({
  [LABEL.forRevision]: String(revision),
  [LABEL.bundle]: bundle,
  [LABEL.run]: runOf(env),
  [LABEL.verdict]: null,
  ...(env.GITHUB_SHA && { [LABEL.commit]: env.GITHUB_SHA }),
});

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

/** Begins to watch, and says before anything changes what is missing for want of a right. */
async function lookAround(session: Session, { info }: HelmDeployPorts): Promise<void> {
  const [rights] = await Promise.all([session.rights(), session.view()]);
  for (const { grant, loses } of rights.missing) info(`Without the right to ${grant}: ${loses}`);
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

interface Rollout extends Prepared {
  readonly session: Session;
  readonly history: readonly Revision[];
  /** Aborted when the user cancels, or another run asks us to stop. */
  readonly stop: AbortSignal;
}

/** From here on the cluster is changed: upgrade under watch, and back when it is not good. */
async function deploy(
  { session, history, next, stop }: Rollout,
  course: Course,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<void> {
  const { found, phase, lockToken } = course;
  const live = await undoTarget(history, session);
  const { revision, bundle } = next;
  const record = await phase('record', () => openRecord(found.bundle, revision, settings, ports));
  found.deploymentId = record?.id;
  Object.assign(found, { status: 'failed', revision, previousRevision: live?.number });
  const saved: CourseState = { revision, bundle, deployment: record?.id, lockToken, live };
  saveCourse(saved, ports);
  course.open = true;
  try {
    found.images = await upgrade(session, next, stop, course, settings, ports);
    found.status = 'deployed';
    found.url ||= await findUrl(session, next.revision, settings.namespace);
    await record?.say('success', 'rolled out, not proven', found.url);
  } catch (failure) {
    found.failure = failure;
    if (!ports.cancelled.aborted) {
      await goBack({ session, live, stop, record }, course, settings, ports);
    }
    // A cancelled run has 7.5 s; post has minutes, and the same rights.
    if (ports.cancelled.aborted && found.status === 'failed') return;
  }
  closeCourse(ports);
  course.open = false;
}

/** The address of what runs now; where it cannot be told the deploy is good all the same. */
async function findUrl(
  { cluster, reads }: Session,
  revision: number,
  namespace: string,
): Promise<string> {
  const record = await reads.record(revision);
  return readUrl(cluster, namespace, record?.manifest ?? []).catch(() => '');
}

interface Failed {
  readonly session: Session;
  readonly live: Revision | undefined;
  readonly stop: AbortSignal;
  readonly record: DeployRecord | undefined;
}

async function goBack(
  { session, live, stop, record }: Failed,
  { found, phase }: Course,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<void> {
  const { failure } = found;
  await record?.say('failure', `rollout failed: ${describeError(failure)}`);
  const bundle = found.bundle?.id ?? settings.bundle;
  const restored = await phase('undo', () =>
    undo({ session, failure, live, stop, bundle }, settings, ports).catch((error: unknown) => {
      found.failure = new AggregateError([failure, error]);
      return undefined;
    }),
  );
  if (restored) Object.assign(found, { status: 'rolled-back', images: restored });
}
