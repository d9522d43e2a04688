import { type LiveWorkload, type RunningImage, runningImages } from '../domain/identity.ts';
import type { KubeObject, WorkloadRef } from '../domain/manifest.ts';
import { ActionError } from '../errors.ts';
import { type Cluster, statusMessage } from './connect.ts';

const PLURAL = {
  Deployment: 'deployments',
  StatefulSet: 'statefulsets',
  DaemonSet: 'daemonsets',
} as const;

/** Reads from the cluster what each container of the given workloads really runs, now. */
export async function readRunning(
  cluster: Cluster,
  refs: readonly WorkloadRef[],
): Promise<readonly RunningImage[]> {
  const lives = await Promise.all(refs.map((ref) => readWorkload(cluster, ref)));
  return lives.flatMap(runningImages);
}

async function readWorkload(cluster: Cluster, ref: WorkloadRef): Promise<LiveWorkload> {
  const apps = `/apis/apps/v1/namespaces/${ref.namespace}`;
  const object = (await get(cluster, `${apps}/${PLURAL[ref.kind]}/${ref.name}`)) as KubeObject;
  const query = `?labelSelector=${encodeURIComponent(selector(object))}`;
  const [replicaSets, pods] = await Promise.all([
    ref.kind === 'Deployment' ? list(cluster, `${apps}/replicasets${query}`) : [],
    list(cluster, `/api/v1/namespaces/${ref.namespace}/pods${query}`),
  ]);
  return { ref, object, replicaSets, pods };
}

interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
    readonly values?: readonly string[];
  }[];
}

/** A workload's selector in the query form of the API. */
function selector(object: KubeObject): string {
  const given = (object.spec as { selector?: LabelSelector } | undefined)?.selector ?? {};
  const labels = Object.entries(given.matchLabels ?? {}).map(([key, value]) => `${key}=${value}`);
  const expressions = (given.matchExpressions ?? []).map(({ key, operator, values = [] }) => {
    if (operator === 'Exists') return key;
    if (operator === 'DoesNotExist') return `!${key}`;
    return `${key} ${operator === 'In' ? 'in' : 'notin'} (${values.join(',')})`;
  });
  return [...labels, ...expressions].join(',');
}

async function list(cluster: Cluster, path: string): Promise<readonly KubeObject[]> {
  return ((await get(cluster, path)) as { items: readonly KubeObject[] }).items;
}

async function get(cluster: Cluster, path: string): Promise<unknown> {
  const answer = await cluster.call({ path });
  if (answer.status !== 200) {
    throw new ActionError(
      'cluster-refused',
      `GET ${path} answered ${answer.status}: ${statusMessage(answer)}`,
      { hint: 'The deployer needs get and list on pods, replicasets and the workload kinds.' },
    );
  }
  return answer.body;
}
