import type { CheckFinding } from './check-finding.ts';
import { brings, type Coming } from './coming-objects.ts';
import type { Finding, FindingKind } from './dry-run-finding.ts';
import { type KubeObject, objectName } from './manifest.ts';
import { groupOf, isBuiltIn } from './object-key.ts';

const HINTS: Readonly<Record<FindingKind, string>> = {
  conflict:
    'Leave the field out of the chart, or set force-conflicts: true to take it over (what the other one wants is lost).',
  immutable:
    'The field cannot be changed: give the object another name, or delete it first (mind its data).',
  invalid: 'Correct the chart or its values.',
  denied: 'A policy of the cluster forbids it: change the chart, or ask who runs the cluster.',
  quota: 'Ask for less, remove something, or have the quota raised: kubectl describe quota',
  unserved: 'Install what brings this kind (a CRD) first, or correct apiVersion and kind.',
  'no-namespace': 'Create the namespace first, or set create-namespace: true.',
  'webhook-down': 'Its service does not answer now; helm fails too unless it does by then.',
  'not-checked': 'Helm may still be let do it; the API server did not say.',
};

/** How helm will apply. */
export interface ApplyOptions {
  /** Helm 4's way; else helm merges on its own machine, and overwrites what others set. */
  readonly serverSide: boolean;
  readonly forceConflicts: boolean;
}

/**
 * The findings of a dry run on the server that helm runs into, too. A merge on its own machine knows
 * which fields exclude each other (`strategy.rollingUpdate` and `type: Recreate`) and removes the
 * old one; an apply on the server does not, and helm 4 really fails there (measured). Of kinds that
 * Kubernetes does not bring, such a merge writes only what differs between two revisions
 * (`createPatch` of helm 3): what others set stays.
 */
export const asHelmMeets = (
  findings: readonly Finding[],
  { serverSide }: ApplyOptions,
): readonly Finding[] =>
  findings.filter(({ kind, message, object }) => {
    if (serverSide) return true;
    if (kind === 'conflict') return isBuiltIn(groupOf(object));
    return kind !== 'invalid' || !/Forbidden: may not be specified when/.test(message);
  });

/** What the findings of a dry run mean for the deploy. */
export function judgeDryRun(
  findings: readonly Finding[],
  coming: Coming,
  { serverSide, forceConflicts }: ApplyOptions,
): readonly CheckFinding[] {
  return findings.map((finding): CheckFinding => {
    const kind = comesByThen(finding, coming) ? 'not-checked' : finding.kind;
    const taken = finding.kind === 'conflict' && (forceConflicts || !serverSide);
    return {
      check: 'dry-run',
      outcome: taken || kind === 'webhook-down' ? 'warning' : outcomeOf(kind),
      object: objectName(finding.object),
      field: finding.field,
      message: finding.message,
      hint: taken ? hintOfTaken(finding, serverSide) : HINTS[kind],
    };
  });
}

function hintOfTaken({ field, manager }: Finding, serverSide: boolean): string {
  const why = serverSide ? 'force-conflicts' : 'Helm merges here, and asks nobody';
  const what = `${why}: ${manager} loses the field.`;
  return /(^|\.)replicas$/.test(field)
    ? `${what} Pods beyond the chart's number end until it is scaled again: leave replicas out of the chart.`
    : `${what} If that is not meant, leave it out of the chart.`;
}

const outcomeOf = (kind: FindingKind): CheckFinding['outcome'] =>
  kind === 'not-checked' ? 'not-checked' : 'refused';

/** Whether what the API server missed is something that helm brings just before. */
function comesByThen({ kind, object }: Finding, coming: Coming): boolean {
  if (kind === 'no-namespace') {
    const namespace = object.metadata.namespace || coming.namespace;
    const isNew = coming.namespaceIsNew && namespace === coming.namespace;
    return isNew || brings(coming, 'Namespace', namespace);
  }
  // Who may not bind must hold all rules of the role; while that is not there, the answer is 404.
  const { roleRef } = object as { roleRef?: { readonly kind?: string; readonly name?: string } };
  return kind === 'unserved' && roleRef
    ? brings(coming, roleRef.kind ?? '', roleRef.name ?? '')
    : false;
}

/** What is known of the workload whose pods were tried out. */
export interface TrialContext {
  /** It starts pods now: no CronJob, not scaled to zero, and its template changes. */
  readonly starts: boolean;
  /** Its old pods go before the new ones come, so that they make room. */
  readonly makesRoom: boolean;
}

/** What a dry run of a pod means. A missing ServiceAccount is told by the check of references. */
export function judgePods(
  findings: readonly Finding[],
  field: string,
  { starts, makesRoom }: TrialContext,
  coming: Coming,
): readonly CheckFinding[] {
  return findings
    .filter(({ message }) => !/error looking up service account/.test(message))
    .map((finding): CheckFinding => {
      const outcome = outcomeOf(comesByThen(finding, coming) ? 'not-checked' : finding.kind);
      // `failed quota: must specify limits` stays so, however much room there is.
      const isRoom = finding.kind === 'quota' && /exceeded quota/.test(finding.message);
      const mayPass = !starts || (isRoom && makesRoom);
      const isWarning = finding.kind === 'webhook-down' || (outcome === 'refused' && mayPass);
      return {
        check: 'dry-run',
        outcome: isWarning ? 'warning' : outcome,
        object: objectName(finding.object),
        field: finding.field ? inTemplate(field, finding.field) : field,
        message: `its pods: ${finding.message}`,
        hint: HINTS[finding.kind],
      };
    });
}

/** `spec.containers[0].image` of a pod → `spec.template.spec.containers[0].image`. */
const inTemplate = (field: string, inPod: string): string =>
  [field.replace(/\.?spec$/, ''), inPod].filter(Boolean).join('.');

interface Rolling {
  readonly replicas?: unknown;
  readonly strategy?: {
    readonly type?: unknown;
    readonly rollingUpdate?: { readonly maxUnavailable?: unknown };
  };
}

/**
 * Whether a workload ends old pods before it starts new ones: StatefulSets and DaemonSets do, and
 * Deployments that may have fewer pods than they should.
 * @param result the object as it would be, with all its defaults
 */
export function makesRoom(result: KubeObject): boolean {
  if (result.kind !== 'Deployment') return true;
  const { replicas, strategy } = (result.spec ?? {}) as Rolling;
  if (strategy?.type === 'Recreate') return true;
  const unavailable = strategy?.rollingUpdate?.maxUnavailable ?? '25%';
  const count = typeof replicas === 'number' ? replicas : 1;
  const share = /^(\d+)%$/.exec(String(unavailable));
  return share ? Math.floor((count * Number(share[1])) / 100) > 0 : Number(unavailable) > 0;
}
