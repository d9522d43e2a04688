import type { Bundle } from '../domain/bundle.ts';
import type { IdentityCheck } from '../domain/evidence.ts';
import { LABEL, type Revision } from '../domain/history.ts';
import { identityProblems, type RunningImage } from '../domain/identity.ts';
import { type KubeObject, type WorkloadRef, workloads } from '../domain/manifest.ts';

/** Looks at the cluster; the adapters arrive bound to one release. */
export interface IdentityPorts {
  readonly history: () => Promise<readonly Revision[]>;
  /** Of the newest revision. */
  readonly manifest: () => Promise<readonly KubeObject[]>;
  readonly running: (refs: readonly WorkloadRef[]) => Promise<readonly RunningImage[]>;
  readonly now: () => number;
}

export interface SeenIdentity extends IdentityCheck {
  /** Number of the newest revision; undefined without a release. */
  readonly revision: number | undefined;
  readonly images: readonly RunningImage[];
}

/**
 * Whether the release runs the bundle now: its newest revision is live, every image of the bundle
 * is in a workload's template, and all its pods are ready with it.
 * @param expected the revision that was seen before; another one means that somebody else deployed
 */
export async function checkIdentity(
  bundle: Bundle,
  namespace: string,
  expected: number | undefined,
  ports: IdentityPorts,
): Promise<SeenIdentity> {
  const newest = (await ports.history()).at(-1);
  const at = new Date(ports.now()).toISOString();
  const seen = { at, revision: newest?.number };
  const foreign = revisionProblem(newest, bundle, expected);
  if (foreign !== undefined) return { ...seen, state: 'other', problems: [foreign], images: [] };

  const images = await ports.running(workloads(await ports.manifest(), namespace));
  const asked = Object.entries(bundle.images).map(([name, { digest }]) => ({ name, digest }));
  const problems = identityProblems(asked, images);
  const absent = problems.some((problem) => problem.kind === 'absent');
  return {
    ...seen,
    images,
    state: problems.length === 0 ? 'verified' : absent ? 'other' : 'behind',
    problems: problems.map((problem) => `${problem.subject}: ${problem.message}`),
  };
}

function revisionProblem(
  newest: Revision | undefined,
  bundle: Bundle,
  expected: number | undefined,
): string | undefined {
  if (newest === undefined) return 'there is no such release';
  if (newest.status !== 'deployed') return `revision ${newest.number} is ${newest.status}`;
  if (expected !== undefined && newest.number !== expected) {
    return `revision ${newest.number} was deployed meanwhile; ${expected} was being proven`;
  }
  const label = newest.labels[LABEL.bundle];
  return label === undefined || label === bundle.id
    ? undefined
    : `revision ${newest.number} is of ${label}, not of ${bundle.id}`;
}
