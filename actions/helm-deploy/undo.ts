import type { Revision } from '../../src/domain/history.ts';
import type { RunningImage } from '../../src/domain/identity.ts';
import { withHold, withReject } from '../../src/domain/notices.ts';
import { ActionError, describeError } from '../../src/errors.ts';
import { restoreRevision } from '../../src/release/restore.ts';
import { createProgress } from '../../src/report/progress.ts';
import { restorePorts } from '../../src/session/restore-ports.ts';
import { runOf } from '../../src/session/run-of.ts';
import type { Session } from '../../src/session/session.ts';
import { type HelmDeployPorts, type HelmDeploySettings, limitsOf } from './settings.ts';

interface Failure {
  readonly session: Session;
  readonly failure: unknown;
  readonly live: Revision | undefined;
  readonly stop: AbortSignal;
  /** Id of the bundle that failed, `''` when none is known. */
  readonly bundle: string;
}

const UNDO_MS = 180_000;

/**
 * Goes back to the revision that was live before, after a failed rollout, and writes on the notice
 * board what this environment no longer takes.
 * @returns what runs again; undefined where nothing was undone, which is then said
 */
export async function undo(
  { session, failure, live, stop, bundle }: Failure,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<readonly RunningImage[] | undefined> {
  if (settings.onFailure === 'keep' || stop.aborted || isOvertaken(failure)) return undefined;
  if (live === undefined) {
    ports.warn(
      `${settings.release} was never live here: the failed first install is left as it is.`,
    );
    return undefined;
  }
  ports.info(`Going back to revision ${live.number}, which was live before`);
  const reason = reasonOf(failure);
  // Who cancels has not said that the bundle is bad.
  if (!isCancel(failure)) await writeNotices({ bundle, reason }, session, settings, ports);
  return goBackTo(live, reason, { session, stop }, settings, ports);
}

/**
 * Makes an earlier revision live again and proves it.
 * @param reason why the newest one is failed, in one line; `''` where it is so already
 */
export async function goBackTo(
  target: Revision,
  reason: string,
  { session, stop }: Pick<Failure, 'session' | 'stop'>,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<readonly RunningImage[]> {
  const { release, namespace, historyMax } = settings;
  const { show } = createProgress(ports.info, ports.elapsed);
  const limits = limitsOf(settings);
  const outside = await restorePorts(session, settings, { stop, limits, show }, ports);
  const deadline = ports.elapsed() + UNDO_MS;
  const failure = reason === '' ? {} : { failure: reason };
  const wish = { release, namespace, historyMax, target, deadline, ...failure };
  return (await restoreRevision(wish, outside)).images;
}

const isCancel = (failure: unknown): boolean =>
  failure instanceof ActionError && failure.code === 'cancelled';

/** One line for the notice board and for helm's history. */
const reasonOf = (failure: unknown): string => {
  const code = failure instanceof ActionError ? `${failure.code}: ` : '';
  return `${code}${describeError(failure)}`.replace(/\s+/g, ' ').slice(0, 300);
};

/** Somebody else's newer revision must not be rolled away. */
const isOvertaken = (failure: unknown): boolean =>
  failure instanceof ActionError && failure.code === 'wrong-revision';

/** State first, then action: who reads the board during the undo already knows. */
async function writeNotices(
  { bundle, reason }: { readonly bundle: string; readonly reason: string },
  { board }: Session,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<void> {
  const note = { reason, run: runOf(ports.env), at: new Date(ports.now()).toISOString() };
  await board.update((notices) => {
    const rejected = bundle ? withReject(notices, { ...note, bundle }) : notices;
    return settings.production ? withHold(rejected, { ...note, by: 'helm-deploy' }) : rejected;
  });
}
