import type { RunningImage } from '../domain/identity.ts';
import { ActionError } from '../errors.ts';
import { notAfter } from './in-time.ts';
import type { Observation, View } from './observe.ts';
import { RolloutError } from './rollout-error.ts';
import {
  type Proof,
  proveRunning,
  type VerifyInput,
  type VerifyPorts,
  verifyRelease,
} from './verify.ts';

/** What is proven, and until when. */
export interface ProveInput extends Pick<VerifyInput, 'namespace' | 'asked' | 'deadline'> {
  /** The revision that helm makes. */
  readonly revision: number;
  /** End as soon as the rollout provably cannot succeed. */
  readonly failFast: boolean;
}

/** How a proof reads the cluster. */
interface ProvePorts extends VerifyPorts {
  readonly view: Pick<View, 'refresh' | 'streams'>;
  readonly stop: AbortSignal;
}

/** What was proven before helm ended, undefined where nothing was; asked when helm has ended. */
export type Foresight = () => Promise<Proof | undefined>;

/**
 * Proves the rollout as soon as it is seen to be done: helm's legacy strategy looks every 2 s only,
 * so most of the time it is still asleep then. Only where changes come by streams: what is polled
 * may be older than what was proven.
 */
export function foresee(
  observation: Observation,
  { namespace, asked, deadline }: ProveInput,
  ports: ProvePorts,
): Foresight {
  let proof: Promise<Proof | undefined> | undefined;
  let over = false;
  const prove = async (): Promise<Proof | undefined> => {
    await freshen(deadline, ports);
    if (!observation.assessment().done) return undefined;
    const { manifest } = observation.plan();
    return proveRunning({ namespace, manifest, asked }, ports);
  };
  void observation.until(({ assessment }) => {
    if (over) return true;
    if (!assessment.done || !ports.view.streams()) return undefined;
    proof = prove().catch(() => undefined);
    return true;
  });
  return async () => {
    over = true;
    return proof;
  };
}

/** Helm counts a rollout done while old pods serve: all of it is waited for, then read once more. */
export async function proveRollout(
  observation: Observation,
  early: Foresight,
  { namespace, revision, asked, deadline, failFast }: ProveInput,
  ports: ProvePorts,
): Promise<readonly RunningImage[]> {
  const earlier = await early();
  if (earlier === undefined) await freshen(deadline, ports);
  observation.applied();
  await awaitRollout(observation, { deadline, failFast, stop: ports.stop });
  const { manifest } = observation.plan();
  const wish = { namespace, manifest, expected: revision, asked, deadline, earlier };
  return verifyRelease(wish, ports);
}

/** Reads everything once more, so that nothing is judged by what was; an outage may outlast it. */
export async function freshen(
  until: number,
  ports: Pick<ProvePorts, 'view' | 'sleep' | 'elapsed'>,
): Promise<void> {
  // What cannot be read any more is told by the proof that follows.
  await notAfter(
    until,
    ports.view.refresh().catch(() => {}),
    ports,
  );
}

/**
 * Waits until all workloads of the plan are done.
 * @throws {RolloutError} with the cause where they cannot be, or are not in time
 */
export async function awaitRollout(
  observation: Observation,
  { deadline, failFast, stop }: Pick<ProveInput, 'deadline' | 'failFast'> & { stop: AbortSignal },
): Promise<void> {
  await observation.until(({ assessment, verdict, now }) => {
    if (stop.aborted) throw new ActionError('cancelled', 'Cancelled while waiting for the pods');
    if (assessment.done) return true;
    if (verdict && failFast) throw new RolloutError(verdict);
    if (now > deadline)
      throw new RolloutError(observation.explain('not all pods are done in time'));
    return undefined;
  });
}
