import type { Limits } from '../domain/diagnosis.ts';
import type { RunningImage } from '../domain/identity.ts';
import type { ReleaseRecord } from '../domain/release-record.ts';
import { takeBaseline } from '../domain/rollout.ts';
import { type ObservePorts, observe } from './observe.ts';
import { awaitRollout, freshen } from './prove-rollout.ts';
import { type VerifyPorts, verifyRelease } from './verify.ts';

export interface AwaitPorts extends ObservePorts, VerifyPorts {
  readonly record: (revision: number) => Promise<ReleaseRecord | undefined>;
  readonly limits: Limits;
  /** Aborted when nobody waits any more. */
  readonly stop: AbortSignal;
}

/** Waits for the pods of a revision that was made without `--wait`, and proves what they run. */
export type AwaitRevision = (
  revision: number,
  deadline: number,
) => Promise<readonly RunningImage[]>;

/**
 * Looks at what is there; call it before the revision is made, and the answer after.
 * The answer throws {RolloutError} with the cause, {ActionError} `wrong-revision`.
 */
export function expectRevision(namespace: string, ports: AwaitPorts): AwaitRevision {
  const baseline = takeBaseline(ports.view.world);
  return async (revision, deadline) => {
    const { manifest = [], hooks = [] } = (await ports.record(revision)) ?? {};
    await freshen(deadline, ports);
    const plan = { namespace, manifest, hooks, baseline, applied: true };
    const observation = observe(plan, ports.limits, ports);
    try {
      await awaitRollout(observation, { deadline, failFast: true, stop: ports.stop });
    } finally {
      observation.end();
    }
    return verifyRelease({ namespace, manifest, expected: revision, asked: [], deadline }, ports);
  };
}
