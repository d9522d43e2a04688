import type { Revision } from '../../src/domain/history.ts';
import { describeError } from '../../src/errors.ts';
import type { Session } from '../../src/session/session.ts';
import type { Course } from './course.ts';
import { type CourseState, closeCourse, saveCourse } from './course-state.ts';
import { findUrl } from './find-url.ts';
import { prepareKept } from './kept-manifest.ts';
import type { Prepared } from './prepare.ts';
import { type DeployRecord, openRecord } from './record.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';
import { undo } from './undo.ts';
import { undoTarget } from './undo-target.ts';
import { upgrade } from './upgrade.ts';

interface Rollout extends Prepared {
  readonly session: Session;
  readonly history: readonly Revision[];
  /** Aborted when the user cancels, or another run asks us to stop. */
  readonly stop: AbortSignal;
}

/** From here on the cluster is changed: upgrade under watch, and back when it is not good. */
export async function deploy(
  { session, history, next, difference, stop }: Rollout,
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
  const keep = prepareKept(session, next.chart, record?.id, settings, ports);
  try {
    found.images = await upgrade(session, next, stop, course, settings, ports);
    found.status = 'deployed';
    const { manifest = [] } = found.testimony?.observation?.plan() ?? {};
    found.url ||= await findUrl(session, manifest, settings);
    await Promise.all([
      record?.say('success', 'rolled out, not proven', found.url),
      keep(difference.manifestFile),
    ]);
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
