import type { Revision } from '../domain/history.ts';
import { identityProblems, type RunningImage } from '../domain/identity.ts';
import { type KubeObject, type WorkloadRef, workloads } from '../domain/manifest.ts';
import { ActionError } from '../errors.ts';
import type { Clock } from '../tools/clock.ts';

export interface VerifyInput {
  readonly namespace: string;
  /** The revision that must be live now. */
  readonly expected: number;
  /** Of that revision. */
  readonly manifest: readonly KubeObject[];
  /** The images that must be running; one without a digest is not compared. */
  readonly asked: readonly { readonly name: string; readonly digest: string | undefined }[];
  /** When to stop waiting for pods, on the clock of `elapsed`. */
  readonly deadline: number;
  /** What was proven a moment ago; it still holds where no workload has changed since. */
  readonly earlier?: Proof | undefined;
}

/** What runs, and the state of the workloads in which it was found so. */
export interface Proof {
  readonly images: readonly RunningImage[];
  readonly states: string;
}

export interface VerifyPorts extends Pick<Clock, 'elapsed' | 'sleep'> {
  readonly history: () => Promise<readonly Revision[]>;
  readonly running: (refs: readonly WorkloadRef[]) => Promise<readonly RunningImage[]>;
  /** Names the state of workloads: it is another one when anything of them, or their pods' readiness, changed. */
  readonly states: (refs: readonly WorkloadRef[]) => Promise<string>;
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
  const refs = workloads(input.manifest, input.namespace);
  const { earlier } = input;
  const [history, states] = await Promise.all([
    ports.history(),
    earlier && ports.states(refs).catch(() => undefined),
  ]);
  requireRevision(history, input.expected);
  if (earlier && states === earlier.states) return earlier.images;
  const asked = comparable(input.asked);
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

/**
 * Proves ahead of time what runs of a rollout that is done, so that `verifyRelease` only has to see
 * that nothing has changed since. @returns undefined where it is not yet so
 */
export async function proveRunning(
  { manifest, namespace, asked }: Pick<VerifyInput, 'manifest' | 'namespace' | 'asked'>,
  ports: Pick<VerifyPorts, 'running' | 'states'>,
): Promise<Proof | undefined> {
  const refs = workloads(manifest, namespace);
  // Read first: what changes while the pods are read makes another state.
  const states = await ports.states(refs);
  const images = await ports.running(refs);
  return identityProblems(comparable(asked), images).length === 0 ? { images, states } : undefined;
}

/** The images that can be compared with what runs. */
const comparable = (
  asked: VerifyInput['asked'],
): readonly { readonly name: string; readonly digest: string }[] =>
  asked.flatMap(({ name, digest }) => (digest ? [{ name, digest }] : []));

function requireRevision(history: readonly Revision[], expected: number): void {
  const newest = history.at(-1);
  if (newest?.number === expected && newest.status === 'deployed') return;
  throw new ActionError(
    'wrong-revision',
    `Revision ${expected} should be live, but the newest is ${newest?.number ?? 'none'} (${newest?.status ?? 'no release'})`,
    { hint: 'Somebody else deployed this release at the same time.' },
  );
}
