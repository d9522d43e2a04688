import { LABEL, type Revision } from '../../src/domain/history.ts';
import type { RunningImage } from '../../src/domain/identity.ts';
import { withHold, withoutReject, withReject } from '../../src/domain/notices.ts';
import {
  type Candidate,
  chooseTarget,
  isRestored,
  rollbackCandidates,
} from '../../src/domain/rollback-target.ts';
import { ActionError } from '../../src/errors.ts';
import { restoreRevision } from '../../src/release/restore.ts';
import { createProgress } from '../../src/report/progress.ts';
import { createStopwatch, type Timings } from '../../src/report/stopwatch.ts';
import { withLock } from '../../src/session/lock.ts';
import { restorePorts } from '../../src/session/restore-ports.ts';
import { runOf } from '../../src/session/run-of.ts';
import { type Phase, type Session, withSession } from '../../src/session/session.ts';
import { recordRollback } from './record.ts';
import type { RollbackPorts, RollbackSettings } from './settings.ts';

/** What a run of rollback found out and did; complete also when it failed half-way. */
export interface RollbackResult {
  readonly status: 'restored' | 'planned' | 'lifted' | 'unchanged' | 'refused' | 'failed';
  readonly failure?: unknown;
  readonly identity: string;
  /** The newest revision: what the cluster holds when we come. */
  readonly current: Revision | undefined;
  readonly candidates: readonly Candidate[];
  /** The candidate that was gone back to, and the revision that it is now. */
  readonly restored?: { readonly target: Candidate; readonly revision: number };
  readonly images: readonly RunningImage[];
  readonly held: boolean;
  /** Bundles that the environment refused when we came. */
  readonly rejected: readonly string[];
  /** An earlier rollback has brought it to where it is. */
  readonly restoredBefore: boolean;
  /** From `detected-at` to verified; undefined when nothing was restored. */
  readonly rtoSeconds: number | undefined;
  readonly timings: Timings;
}

/** What ran before will run again: only what is hopeless ends the wait early. */
const LIMITS = { pullAttempts: 3, maxRestarts: 4, unschedulableAfter: 300_000 };

interface Course {
  readonly found: { -readonly [K in keyof RollbackResult]: RollbackResult[K] };
  readonly phase: Phase;
  readonly detectedAt: number;
}

/** Goes back to the last revision that was verified, proves it, and holds the environment. */
export async function rollback(
  settings: RollbackSettings,
  ports: RollbackPorts,
): Promise<RollbackResult> {
  const { phase, timings } = createStopwatch(ports.elapsed);
  const detectedAt = settings.detectedAt ?? ports.now();
  const found: Course['found'] = {
    status: 'refused',
    identity: '',
    current: undefined,
    candidates: [],
    images: [],
    held: false,
    rejected: [],
    restoredBefore: false,
    rtoSeconds: undefined,
    timings: {},
  };
  const course = { found, phase, detectedAt };
  try {
    await withSession(settings, phase, ports, async (session) => {
      found.identity = session.cluster.identity.username;
      if (settings.mode === 'plan') return plan(session, course);
      if (settings.mode === 'lift') return lift(session, course, settings);
      await apply(session, course, settings, ports);
    });
  } catch (error) {
    found.failure = error;
  }
  return { ...found, timings: timings() };
}

/** Reads what runs and what one could go back to. */
async function look(session: Session, { found, phase }: Course): Promise<void> {
  const [history, notices] = await phase('look', () =>
    Promise.all([session.reads.history(), session.board.read()]),
  );
  // helm history fails for a release that is not there.
  const details = history.length === 0 ? [] : await phase('look', session.helm.history);
  found.current = history.at(-1);
  found.candidates = rollbackCandidates(history, details);
  found.held = notices.hold !== undefined;
  found.rejected = notices.rejects.map(({ bundle }) => bundle);
  found.restoredBefore = isRestored(found.current, details, found.held);
}

async function plan(session: Session, course: Course): Promise<void> {
  await look(session, course);
  course.found.status = 'planned';
}

async function lift(
  { board }: Session,
  { found, phase }: Course,
  settings: RollbackSettings,
): Promise<void> {
  const { target } = settings;
  const now = await phase('lift', () =>
    board.update((notices) =>
      target.kind === 'bundle' ? withoutReject(notices, target.id) : withHold(notices, undefined),
    ),
  );
  found.held = now.hold !== undefined;
  found.status = 'lifted';
}

async function apply(
  session: Session,
  course: Course,
  settings: RollbackSettings,
  ports: RollbackPorts,
): Promise<void> {
  const { found, phase } = course;
  const deadline = ports.elapsed() + settings.timeout;
  const wish = { action: 'rollback', deadline, askToStop: settings.reason };
  await withLock(wish, session, phase, ports, async (stop) => {
    await look(session, course);
    if (found.restoredBefore && settings.target.kind === 'last-verified') {
      ports.info('Already rolled back, and held. To go further back, name the target.');
      found.status = 'unchanged';
      return;
    }
    const target = choose(found, settings, ports);
    // State first: from here on no forward deploy brings the bad version back.
    found.held = await phase('hold', () => writeNotices(found.current, session, settings, ports));
    found.status = 'failed';
    ports.info(`Going back to revision ${target.revision.number}: ${describe(target)}`);
    const { show } = createProgress(ports.info, ports.elapsed);
    const { release, namespace, historyMax } = settings;
    const restored = await phase('rollback', async () => {
      const outside = await restorePorts(session, settings, { stop, limits: LIMITS, show }, ports);
      return ports.group(`helm rollback ${release} ${target.revision.number}`, () =>
        restoreRevision(
          { release, namespace, historyMax, target: target.revision, deadline },
          outside,
        ),
      );
    });
    found.images = restored.images;
    found.restored = { target, revision: restored.revision };
    found.rtoSeconds = Math.round((ports.now() - course.detectedAt) / 100) / 10;
    found.status = 'restored';
    await phase('record', () => recordRollback(target, restored.revision, settings, ports));
    refuseSlow(found.rtoSeconds, settings);
  });
}

function choose(
  { current, candidates, rejected }: Course['found'],
  settings: RollbackSettings,
  ports: RollbackPorts,
): Candidate {
  const choice = chooseTarget(settings.target, candidates, current, rejected);
  if (!choice.found) throw new ActionError('no-target', choice.refusal, { hint: choice.hint });
  if (!choice.verified) {
    ports.warn(
      `Revision ${choice.found.revision.number} was never proven: none of the earlier ones has a verdict "pass" here. It is the newest that Helm once called deployed.`,
    );
  }
  return choice.found;
}

async function writeNotices(
  current: Revision | undefined,
  { board, cluster }: Session,
  settings: RollbackSettings,
  ports: RollbackPorts,
): Promise<boolean> {
  const { reason, reject } = settings;
  const hold = settings.hold === 'true' || (settings.hold === 'production' && settings.production);
  const note = { reason, run: runOf(ports.env), at: new Date(ports.now()).toISOString() };
  const bundle = current?.labels[LABEL.bundle];
  const by = ports.env.GITHUB_ACTOR ?? cluster.identity.username;
  const now = await board.update((notices) => {
    const rejected = reject && bundle ? withReject(notices, { ...note, bundle }) : notices;
    return hold ? withHold(rejected, { ...note, by }) : rejected;
  });
  return now.hold !== undefined;
}

function refuseSlow(rtoSeconds: number, { objective }: RollbackSettings): void {
  if (rtoSeconds * 1000 <= objective) return;
  throw new ActionError(
    'too-slow',
    `Restored, but after ${rtoSeconds} s: the objective is ${objective / 1000} s`,
    { hint: 'The summary shows where the time went; detected-at starts the clock.' },
  );
}

const describe = ({ bundle, commit, verdict }: Candidate): string =>
  [bundle, commit && `commit ${commit.slice(0, 12)}`, verdict && `verdict ${verdict}`]
    .filter(Boolean)
    .join(', ') || 'made without deploy-actions';
