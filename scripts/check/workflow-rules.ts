import { posix } from 'node:path';

/** Keys GitHub reads below an input and an output of an action. */
const INPUT_KEYS = ['description', 'required', 'default', 'deprecationMessage'];
const OUTPUT_KEYS = ['description', 'value'];

interface Manifest {
  readonly inputs?: Readonly<Record<string, object | null>>;
  readonly outputs?: Readonly<Record<string, object | null>>;
  readonly runs?: Readonly<Record<string, unknown>>;
}

/**
 * What GitHub's validator does not see in an action.yml: misspelt keys, another runtime than
 * node24, scripts that do not exist.
 */
export function findManifestProblems(
  path: string,
  manifest: Manifest,
  exists: (file: string) => boolean,
): readonly string[] {
  const unknown = (kind: 'inputs' | 'outputs', known: readonly string[]): readonly string[] =>
    Object.entries(manifest[kind] ?? {}).flatMap(([name, entry]) =>
      Object.keys(entry ?? {})
        .filter((key) => !known.includes(key))
        .map((key) => `${path} ${kind}.${name}.${key} is not a key GitHub knows`),
    );
  const runs = manifest.runs ?? {};
  const missing = ['main', 'pre', 'post']
    .map((key) => runs[key])
    .filter((script) => typeof script === 'string')
    .filter((script) => !exists(posix.join(posix.dirname(path), script)))
    .map((script) => `${path} names ${script}, which does not exist: npm run build`);
  return [
    ...unknown('inputs', INPUT_KEYS),
    ...unknown('outputs', OUTPUT_KEYS),
    ...(runs.using === 'node24' ? [] : [`${path} runs.using is ${runs.using}, not node24`]),
    ...missing,
  ];
}

interface Workflow {
  readonly permissions?: unknown;
  readonly jobs?: Readonly<Record<string, Job>>;
}

interface Job {
  readonly uses?: string;
  readonly permissions?: unknown;
  readonly 'timeout-minutes'?: unknown;
  readonly steps?: readonly { readonly uses?: string }[];
}

/** House rules for workflows: pinned actions, named permissions, a limit on every job. */
export function findWorkflowProblems(path: string, workflow: Workflow): readonly string[] {
  const jobs = Object.entries(workflow.jobs ?? {});
  return jobs.flatMap(([name, job]) => {
    const used = [job.uses, ...(job.steps ?? []).map((step) => step.uses)];
    const loose = used
      .filter((uses) => uses !== undefined)
      .filter((uses) => !/^(\.|\$)\//.test(uses) && !/@[0-9a-f]{40}$/.test(uses))
      .map((uses) => `${path} job ${name}: pin ${uses} by its full commit SHA`);
    const limitless = job.uses === undefined && job['timeout-minutes'] === undefined;
    const rightless = workflow.permissions === undefined && job.permissions === undefined;
    return [
      ...loose,
      ...(limitless ? [`${path} job ${name}: has no timeout-minutes`] : []),
      ...(rightless ? [`${path} job ${name}: has no permissions`] : []),
    ];
  });
}
