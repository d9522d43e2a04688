import { readFile } from 'node:fs/promises';
import { humanTime } from '../../src/domain/human-time.ts';
import { isDigest } from '../../src/domain/image-ref.ts';
import { ActionError, describeError } from '../../src/errors.ts';
import { type Clock, limit } from '../../src/tools/clock.ts';
import type { Exit, Process, StartProcess } from '../../src/tools/process.ts';
import { createEventReader } from './build-events.ts';
import { createBuildLog, type Step } from './build-log.ts';
import { type BuildOrder, buildArguments, metadataFile } from './buildx.ts';
import { buildFailure, isBrokenOff, isPush } from './failure.ts';

export interface BuildPorts extends Pick<Clock, 'elapsed' | 'sleep'> {
  readonly startProcess: StartProcess;
  readonly info: (line: string) => void;
  readonly cancelled: AbortSignal;
}

/** What buildx claims; it counts only once the registry says the same. */
export interface BuildResult {
  /** Undefined for a build without push. */
  readonly digest: string | undefined;
  readonly steps: readonly Step[];
}

/** buildx needs this long to tell the engine that it stops; GitHub's patience ends after 7.5 s. */
const STOP_GRACE_MS = 5000;

/** Before each further try of a push that broke off. */
const PAUSES_MS = [1000, 4000, 10_000];

/**
 * Runs `docker buildx build` to its end. A push that a busy registry or the network broke off is
 * tried again; what was built stays built.
 * @throws {ActionError} `build-failed`, `image-missing` (base image), `registry-refused`,
 * `request-failed` (push), `cancelled`, `timeout`
 */
export async function runBuild(
  order: BuildOrder,
  env: Readonly<Record<string, string>>,
  ports: BuildPorts,
): Promise<BuildResult> {
  const end = ports.elapsed() + order.settings.timeout;
  const first = await buildOnce(order, env, end, ports);
  let last = first;
  for (const pause of PAUSES_MS) {
    if (!isBrokenOff(last.failure) || ports.elapsed() + pause >= end) break;
    ports.info(`${describeError(last.failure)}\nIt is tried again in ${pause / 1000} s.`);
    await ports.sleep(pause, ports.cancelled);
    last = await buildOnce(fromCache(order), env, end, ports);
  }
  if (last.failure) throw last.failure;
  const digest = order.settings.push ? await claimedDigest(order.folder) : undefined;
  return { digest, steps: first.steps };
}

const fromCache = (order: BuildOrder): BuildOrder => ({
  ...order,
  settings: { ...order.settings, noCache: false, pull: false },
});

interface Attempt {
  readonly steps: readonly Step[];
  readonly failure?: ActionError;
}

async function buildOnce(
  order: BuildOrder,
  env: Readonly<Record<string, string>>,
  end: number,
  ports: BuildPorts,
): Promise<Attempt> {
  refuseWhenCancelled(ports.cancelled);
  const log = createBuildLog(ports.info);
  const text: string[] = [];
  const read = createEventReader({
    event: log.add,
    text: (line) => {
      text.push(line);
      ports.info(line);
    },
  });
  const child = await ports.startProcess('docker', buildArguments(order), { env, onLine: read });
  const { exit, stopped } = await endOrStop(child, end - ports.elapsed(), ports.cancelled);
  if (stopped === 'cancelled') {
    throw new ActionError(
      'cancelled',
      `The run was cancelled; the build was stopped${pushed(log.steps())}`,
    );
  }
  if (stopped === 'timeout') {
    const limit = humanTime(order.settings.timeout);
    throw new ActionError(
      'timeout',
      `The build was stopped after ${limit}${running(log.steps())}`,
      {
        hint: 'Give it more with the input timeout, or find the step that takes so long above.',
      },
    );
  }
  const steps = log.steps();
  return exit.code === 0 ? { steps } : { steps, failure: buildFailure({ exit, steps, text }) };
}

interface Ended {
  readonly exit: Exit;
  readonly stopped: 'cancelled' | 'timeout' | undefined;
}

/** Waits for the child; a cancel and the end of the time each stop it once. */
async function endOrStop(child: Process, ms: number, cancelled: AbortSignal): Promise<Ended> {
  let stopped: Ended['stopped'];
  let killer: NodeJS.Timeout | undefined;
  const stop = (why: 'cancelled' | 'timeout'): void => {
    if (stopped !== undefined) return;
    stopped = why;
    child.signal('SIGINT');
    killer = setTimeout(() => child.signal('SIGKILL'), STOP_GRACE_MS);
  };
  const cancel = (): void => stop('cancelled');
  const inTime = limit(ms, () => stop('timeout'));
  cancelled.addEventListener('abort', cancel, { once: true });
  if (cancelled.aborted) cancel();
  try {
    return { exit: await child.exited, stopped };
  } finally {
    inTime();
    clearTimeout(killer);
    cancelled.removeEventListener('abort', cancel);
  }
}

/** @throws {ActionError} `cancelled` */
export function refuseWhenCancelled(cancelled: AbortSignal): void {
  if (cancelled.aborted) throw new ActionError('cancelled', 'The run was cancelled.');
}

/** Tags are written one after the other: a stopped push may have written some. */
const pushed = (steps: readonly Step[]): string =>
  steps.some(({ name }) => isPush(name))
    ? ' while it was pushing: some tags may be written.'
    : '; nothing was pushed.';

function running(steps: readonly Step[]): string {
  const last = steps.findLast((step) => step.output.length > 0);
  return last === undefined ? '' : `; the last output came from ${last.name}`;
}

/** A green exit without a digest is no image: older actions report that as success. */
async function claimedDigest(folder: string): Promise<string> {
  const text = await readFile(metadataFile(folder), 'utf8').catch(() => '');
  const digest = digestIn(text);
  if (digest !== undefined) return digest;
  throw new ActionError(
    'build-failed',
    text === ''
      ? 'docker buildx ended well but left no metadata: nothing shows that an image was made'
      : 'docker buildx ended well but names no image digest: nothing shows that an image was pushed',
    { hint: 'Look at the builder with docker buildx inspect; does it push from another place?' },
  );
}

function digestIn(metadata: string): string | undefined {
  try {
    const { 'containerimage.digest': digest } = JSON.parse(metadata) as Record<string, unknown>;
    return typeof digest === 'string' && isDigest(digest) ? digest : undefined;
  } catch {
    return undefined;
  }
}
