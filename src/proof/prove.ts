import type { Bundle } from '../domain/bundle.ts';
import { judgeE2e } from '../domain/e2e-verdict.ts';
import type { E2eAttempt, Evidence, ProbeEvidence, ProbeTick } from '../domain/evidence.ts';
import type { RunningImage } from '../domain/identity.ts';
import type { Probe } from '../domain/probe.ts';
import { isDecided, MIN_SAMPLES } from '../domain/probe-verdict.ts';
import type { Send } from '../http/request.ts';
import { type E2eOptions, type E2ePorts, runE2e } from './e2e.ts';
import { checkIdentity, type IdentityPorts, type SeenIdentity } from './identity.ts';
import { ask } from './probes.ts';

export interface ProveOptions {
  readonly bundle: Bundle;
  readonly environment: string;
  readonly namespace: string;
  /** `<run id>.<attempt>` */
  readonly run: string;
  /** Of the environment; `''` when it has none that is known. */
  readonly url: string;
  readonly e2e?: E2eOptions;
  readonly probes: readonly Probe[];
  readonly intervalMs: number;
  readonly soakMs: number;
}

export interface ProvePorts extends E2ePorts, IdentityPorts {
  readonly send: Send;
  readonly cancelled: AbortSignal;
}

export interface Proof {
  readonly evidence: Evidence;
  /** Of the release that was proven; undefined when there is none. */
  readonly revision: number | undefined;
  readonly images: readonly RunningImage[];
}

/** Pods may still become ready for so long: before the proof, and once more after it. */
const READY_MS = 60_000;
const READY_AGAIN_MS = 30_000;
const POLL_MS = 1_000;

/**
 * Gathers evidence about a bundle: what runs first and last, in between the E2E command and the
 * probes side by side over the whole soak. What is provably bad ends both at once.
 */
export async function prove(options: ProveOptions, ports: ProvePorts): Promise<Proof> {
  const first = await awaitReady(options, undefined, READY_MS, ports);
  ports.info(sayIdentity('First', first));
  const seen = first.state === 'verified' ? await watch(options, ports) : NOTHING_SEEN;
  const last =
    first.state === 'verified' && !ports.cancelled.aborted
      ? await awaitReady(options, first.revision, READY_AGAIN_MS, ports)
      : undefined;
  if (last) ports.info(sayIdentity('Last', last));
  const { bundle, environment, run } = options;
  return {
    revision: first.revision,
    images: last?.images ?? first.images,
    evidence: {
      schema: 1,
      bundle: bundle.id,
      environment,
      run,
      first: toCheck(first),
      ...(last && { last: toCheck(last) }),
      ...seen,
      cancelled: ports.cancelled.aborted,
    },
  };
}

type Seen = Pick<Evidence, 'e2e' | 'probes' | 'watched'>;
const NOTHING_SEEN: Seen = { e2e: [], probes: [], watched: 0 };

const toCheck = ({ at, state, problems }: SeenIdentity) => ({ at, state, problems });

const sayIdentity = (when: string, seen: SeenIdentity): string =>
  seen.state === 'verified'
    ? `${when}: all pods of revision ${seen.revision} run the bundle`
    : `${when}: ${seen.problems.join('; ')}`;

async function awaitReady(
  { bundle, namespace }: ProveOptions,
  revision: number | undefined,
  limitMs: number,
  ports: ProvePorts,
): Promise<SeenIdentity> {
  const end = ports.elapsed() + limitMs;
  for (;;) {
    // An answer that took long shows what was: the last look begins when the time is up.
    const over = ports.elapsed() > end;
    const seen = await checkIdentity(bundle, namespace, revision, ports);
    if (seen.state !== 'behind' || over || ports.cancelled.aborted) return seen;
    await ports.sleep(POLL_MS);
  }
}

/** E2E and probes side by side; the one that fails ends the other. */
async function watch(options: ProveOptions, ports: ProvePorts): Promise<Seen> {
  const decided = new AbortController();
  const stop = AbortSignal.any([decided.signal, ports.cancelled]);
  const e2e = async (): Promise<readonly E2eAttempt[]> => {
    if (options.e2e === undefined) return [];
    const attempts = await runE2e(options.e2e, ports, stop);
    const bad = judgeE2e(attempts, Number.POSITIVE_INFINITY).some((it) => it.verdict === 'fail');
    if (bad) decided.abort();
    return attempts;
  };
  const probes = async () => {
    const seen = await soak(options, ports, stop);
    if (seen.probes.some((probe) => isDecided(probe.ticks) !== undefined)) decided.abort();
    return seen;
  };
  const running = [e2e(), probes()] as const;
  try {
    const [attempts, soaked] = await Promise.all(running);
    return { e2e: attempts, ...soaked };
  } finally {
    // When one of them broke, the other must not go on behind our back.
    decided.abort();
    await Promise.allSettled(running);
  }
}

const HEARTBEAT_MS = 30_000;

/** A probe gets so many rounds to have its answers: some are lost where our own side fails. */
const MOST_ROUNDS = MIN_SAMPLES * 3;

/**
 * Ticks until the soak is over and every probe has answers enough, or one has decided. Beyond the
 * soak it goes on to MOST_ROUNDS at most, however many of them our own side loses: each takes an
 * interval and an answer's time limit (ANSWER_MS) at the longest.
 */
async function soak(
  { probes, url, intervalMs, soakMs }: ProveOptions,
  ports: ProvePorts,
  stop: AbortSignal,
): Promise<Omit<Seen, 'e2e'>> {
  const start = ports.elapsed();
  const ticks = new Map<string, ProbeTick[]>(probes.map((probe) => [probe.name, []]));
  const answers = (): ProbeEvidence[] => [...ticks].map(([name, list]) => ({ name, ticks: list }));
  for (let rounds = 1; ; rounds++) {
    const at = Math.round(ports.elapsed() - start);
    const round = await Promise.all(
      probes.map(async (probe) => {
        const tick = await ask(probe, url, at, ports.send);
        ticks.get(probe.name)?.push(tick);
        return `${probe.name} ${tick.result === 'good' ? '' : `${tick.result}: `}${tick.message}`;
      }),
    );
    if (round.length > 0) ports.info(`${Math.round(at / 1000)} s  ${round.join(' · ')}`);
    const watched = ports.elapsed() - start;
    const enough = answers().every(({ ticks: list }) => answered(list) >= MIN_SAMPLES);
    const ended = answers().some(({ ticks: list }) => isDecided(list) !== undefined);
    const over = watched >= soakMs && (enough || rounds >= MOST_ROUNDS);
    if (over || ended || stop.aborted) return { probes: answers(), watched: Math.round(watched) };
    const left = soakMs - watched;
    const pause = probes.length > 0 ? intervalMs : Math.min(HEARTBEAT_MS, left);
    if (probes.length === 0) ports.info(`Watching for ${Math.round(left / 1000)} s more`);
    await ports.sleep(Math.max(1, left > 0 ? Math.min(pause, left) : pause));
  }
}

const answered = (ticks: readonly ProbeTick[]): number =>
  ticks.filter((tick) => tick.result !== 'error').length;
