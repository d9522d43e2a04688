import { type Finding, findingsOf, type Refusal } from '../domain/dry-run-finding.ts';
import type { KubeObject } from '../domain/manifest.ts';
import { describeError } from '../errors.ts';
import { type Cluster, type KubeAnswer, statusMessage } from './connect.ts';
import type { Locate } from './kinds.ts';

/** What the API server says about one object, before anything is changed. */
export interface DryRun {
  readonly object: KubeObject;
  /** The object as it would be; undefined where it was refused or not checked. */
  readonly result: KubeObject | undefined;
  readonly findings: readonly Finding[];
}

/** Helm's name in `managedFields`, both for server-side and for client-side apply. */
const MANAGER = 'helm';
const AT_ONCE = 8;
const TIMEOUT_MS = 15_000;

/**
 * Asks the API server what a server-side apply of each object would do, whichever way helm applies:
 * conflicts with who else sets the same field, immutable fields, schema, admission, quota, unserved
 * kinds. Nothing is changed; some 2–15 ms for each object (measured). Never throws: what cannot be
 * asked (no right, no answer) is a finding `not-checked`.
 */
export async function dryRunObjects(
  objects: readonly KubeObject[],
  ports: { readonly cluster: Pick<Cluster, 'call'>; readonly locate: Locate },
): Promise<readonly DryRun[]> {
  const defined = new Set(objects.flatMap(kindsOfDefinition));
  const results: DryRun[] = [];
  const queue = objects.entries();
  const worker = async (): Promise<void> => {
    for (const [index, object] of queue) {
      const result = await dryRun(object, ports).catch((error: unknown) =>
        notChecked(object, describeError(error)),
      );
      const comes = result.findings[0]?.kind === 'unserved' && defined.has(kindOf(object));
      results[index] = comes ? notChecked(object, 'its definition comes with the release') : result;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

async function dryRun(
  object: KubeObject,
  { cluster, locate }: { readonly cluster: Pick<Cluster, 'call'>; readonly locate: Locate },
): Promise<DryRun> {
  if (!object.metadata.name) return notChecked(object, 'its name is made when it is created');
  const place = await locate(object);
  if (place.state === 'unknown') return notChecked(object, place.why);
  if (place.state === 'unserved') {
    const message = `the cluster does not serve ${kindOf(object)}`;
    return { object, result: undefined, findings: [finding(object, 'unserved', message)] };
  }
  const apply = (force: boolean): Promise<KubeAnswer> =>
    cluster.call({
      method: 'PATCH',
      path: `${place.path}?dryRun=All&fieldManager=${MANAGER}${force ? '&force=true' : ''}`,
      contentType: 'application/apply-patch+yaml',
      body: object,
      timeoutMs: TIMEOUT_MS,
    });
  const first = await apply(false);
  const findings = readFindings(object, first);
  const conflicts = findings.filter(({ kind }) => kind === 'conflict');
  if (conflicts.length === 0) return { object, result: resultOf(first), findings };
  // A conflict hides all else: only a forced apply goes on to schema and admission.
  const forced = await apply(true);
  // Helm 4 takes over what helm itself once wrote from its own machine: that is no conflict.
  const foreign = conflicts.filter(({ manager }) => manager !== MANAGER);
  return {
    object,
    result: resultOf(forced),
    findings: [...foreign, ...readFindings(object, forced)],
  };
}

const resultOf = (answer: KubeAnswer): KubeObject | undefined =>
  answer.status < 300 ? (answer.body as KubeObject) : undefined;

function readFindings(object: KubeObject, answer: KubeAnswer): readonly Finding[] {
  if (answer.status < 300) return [];
  const details = (answer.body as { details?: { causes?: Refusal['causes'] } } | null)?.details;
  const { status } = answer;
  return findingsOf(object, {
    status,
    message: statusMessage(answer),
    causes: details?.causes ?? [],
  });
}

const finding = (object: KubeObject, kind: Finding['kind'], message: string): Finding => ({
  kind,
  object,
  field: '',
  manager: '',
  message,
});

const notChecked = (object: KubeObject, why: string): DryRun => ({
  object,
  result: undefined,
  findings: [finding(object, 'not-checked', why)],
});

const kindOf = ({ apiVersion, kind }: KubeObject): string => `${apiVersion} ${kind}`;

interface Definition {
  readonly group?: string;
  readonly names?: { readonly kind?: string };
  readonly versions?: readonly { readonly name: string }[];
}

/** The kinds that a CustomResourceDefinition of the same manifest brings. */
function kindsOfDefinition({ kind, spec }: KubeObject): readonly string[] {
  if (kind !== 'CustomResourceDefinition') return [];
  const { group, names, versions } = (spec ?? {}) as Definition;
  return (versions ?? []).map(({ name }) => `${group}/${name} ${names?.kind}`);
}
