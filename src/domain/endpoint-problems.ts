import type { Plan, WorkloadState } from './assessment.ts';
import type { Diagnosis } from './diagnosis.ts';
import { readyEndpoints } from './endpoints.ts';
import type { KubeObject } from './manifest.ts';
import type { World } from './world.ts';

type Labels = Readonly<Record<string, string>>;

/**
 * Services of the release that nobody answers for. Legitimate for a preview, a weight of 0 or
 * something scaled to zero: only one that had endpoints before counts, or one whose selector fits a
 * template of this release that should run.
 */
export function endpointProblems(
  world: World,
  plan: Plan,
  states: readonly WorkloadState[],
): readonly Diagnosis[] {
  if (world.all('EndpointSlice').length === 0) return [];
  const ready = readyEndpoints(world);
  const rolling = plan.manifest.flatMap((object) => templateOf(object, plan, states));
  return plan.manifest
    .filter(({ kind }) => kind === 'Service')
    .flatMap((service) => {
      const { name, namespace = plan.namespace } = service.metadata;
      const selector = (service.spec as { readonly selector?: Labels | null } | undefined)
        ?.selector;
      const key = `${namespace}/${name}`;
      if (!selector || (ready.get(key) ?? 0) > 0) return [];
      const meant = rolling.filter(({ labels }) => selects(selector, labels));
      const before = plan.baseline.endpoints.get(key) ?? 0;
      const isExpected = meant.length > 0 ? meant.some(({ runs }) => runs) : before > 0;
      return isExpected ? [problem(name, namespace, selector, before, meant.length > 0)] : [];
    });
}

interface Template {
  readonly labels: Labels;
  /** Pods of it should be there. */
  readonly runs: boolean;
}

function templateOf(
  { kind, metadata, spec }: KubeObject,
  { namespace }: Plan,
  states: readonly WorkloadState[],
): readonly Template[] {
  const { template } = (spec ?? {}) as { template?: { metadata?: { labels?: Labels } } };
  const labels = template?.metadata?.labels;
  if (labels === undefined || kind === 'Job') return [];
  const state = states.find(
    ({ ref }) =>
      ref.kind === kind &&
      ref.name === metadata.name &&
      ref.namespace === (metadata.namespace ?? namespace),
  );
  // What an operator runs from a template is its own affair.
  return [{ labels, runs: state !== undefined && state.desired > 0 }];
}

const selects = (selector: Labels, labels: Labels): boolean =>
  Object.entries(selector).every(([key, value]) => labels[key] === String(value));

function problem(
  name: string,
  namespace: string,
  selector: Labels,
  before: number,
  fits: boolean,
): Diagnosis {
  const text = Object.entries(selector)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
  const hint = fits
    ? `Pods with these labels are ready, yet the Service has none: compare its targetPort and the pods' ports. \`kubectl -n ${namespace} get endpointslices -l kubernetes.io/service-name=${name}\``
    : `No pod template of this release has the labels that the Service selects: correct its selector or the labels. \`kubectl -n ${namespace} get pods --show-labels\``;
  return {
    code: 'no-endpoints',
    workload: `Service/${name}`,
    object: `Service/${name}`,
    namespace,
    container: '',
    message: `Service ${name} (selector ${text}) has no ready endpoints${before > 0 ? `; it had ${before} before` : ''}`,
    hint,
    log: [],
  };
}
