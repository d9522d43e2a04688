import type { Revision } from '../domain/history.ts';
import { identityProblems, type RunningImage } from '../domain/identity.ts';
import { type KubeObject, type WorkloadRef, workloads } from '../domain/manifest.ts';
import { ActionError } from '../errors.ts';

export interface VerifyInput {
  readonly namespace: string;
  /** The revision that must be live now. */
  readonly expected: number;
  /** The images that must be running; one without a digest is not compared. */
  readonly asked: readonly { readonly name: string; readonly digest: string | undefined }[];
  /** When to stop waiting for pods, on the clock of `elapsed`. */
  readonly deadline: number;
}

export interface VerifyPorts {
  readonly history: () => Promise<readonly Revision[]>;
  /** Of the newest revision. */
  readonly manifest: () => Promise<readonly KubeObject[]>;
  readonly running: (refs: readonly WorkloadRef[]) => Promise<readonly RunningImage[]>;
  readonly elapsed: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
}

const POLL_MS = 500;

/**
 * Proves a deploy by re-reading the cluster: the revision is live and every workload's newest pods
 * are ready with the images that were asked for. Helm's exit code alone proves none of it: it
 * counts a rollout done while `maxUnavailable` pods are still missing.
 * @returns what runs, by container
 * @throws {ActionError} `wrong-revision`, `wrong-digest`, `timeout`
 */
export async function verifyRelease(
  input: VerifyInput,
  ports: VerifyPorts,
): Promise<readonly RunningImage[]> {
  requireRevision(await ports.history(), input.expected);
  const refs = workloads(await ports.manifest(), input.namespace);
  const asked = input.asked.flatMap(({ name, digest }) => (digest ? [{ name, digest }] : []));
  for (;;) {
    const running = await ports.running(refs);
    const problems = identityProblems(asked, running);
    if (problems.length === 0) return running;
    const lines = problems.map((problem) => `${problem.subject}: ${problem.message}`).join('\n');
    if (problems.some((problem) => problem.kind === 'absent')) {
      throw new ActionError('wrong-digest', `Not everything that was asked for runs:\n${lines}`, {
        hint: 'Does the chart use the image value in its pod template? Did a webhook rewrite it?',
      });
    }
    if (ports.elapsed() > input.deadline) {
      throw new ActionError('timeout', `Helm is done, but not all pods are:\n${lines}`);
    }
    await ports.sleep(POLL_MS);
  }
}

function requireRevision(history: readonly Revision[], expected: number): void {
  const newest = history.at(-1);
  if (newest?.number === expected && newest.status === 'deployed') return;
  throw new ActionError(
    'wrong-revision',
    `Revision ${expected} should be live, but the newest is ${newest?.number ?? 'none'} (${newest?.status ?? 'no release'})`,
    { hint: 'Somebody else deployed this release at the same time.' },
  );
}
