import { type LiveWorkload, type RunningImage, runningImages } from '../domain/identity.ts';
import type { KubeObject, WorkloadRef } from '../domain/manifest.ts';
import { ActionError } from '../errors.ts';
import { type Cluster, type KubeAnswer, statusMessage } from './connect.ts';
import { versionOf } from './known-objects.ts';
import { listObjects } from './list-objects.ts';

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

const appsOf = ({ namespace }: WorkloadRef): string => `/apis/apps/v1/namespaces/${namespace}`;

const getWorkload = async (cluster: Cluster, ref: WorkloadRef): Promise<KubeObject> =>
  (await get(cluster, `${appsOf(ref)}/${PLURAL[ref.kind]}/${ref.name}`)) as KubeObject;

async function readWorkload(cluster: Cluster, ref: WorkloadRef): Promise<LiveWorkload> {
  const apps = appsOf(ref);
  const object = await getWorkload(cluster, ref);
  const list = (kind: string, path: string) =>
    listAll(cluster, { kind, path, selector: selector(object) });
  const [replicaSets, pods] = await Promise.all([
    ref.kind === 'Deployment' ? list('ReplicaSet', `${apps}/replicasets`) : [],
    list('Pod', `/api/v1/namespaces/${ref.namespace}/pods`),
  ]);
  return { ref, object, replicaSets, pods };
}

/**
 * Names the state of workloads by their versions: the API server gives a new one with every change,
 * also of how many pods are ready. One read each, past all caches.
 */
export async function readStates(cluster: Cluster, refs: readonly WorkloadRef[]): Promise<string> {
  const objects = await Promise.all(refs.map((ref) => getWorkload(cluster, ref)));
  return objects.map((object) => `${object.metadata.uid}@${versionOf(object)}`).join(' ');
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

async function listAll(
  cluster: Cluster,
  place: Parameters<typeof listObjects>[1],
): Promise<readonly KubeObject[]> {
  const listing = await listObjects(cluster.call, place);
  if (!('refused' in listing)) return listing.items;
  throw refused(place.path, { status: listing.refused, body: listing.body });
}

async function get(cluster: Cluster, path: string): Promise<unknown> {
  const answer = await cluster.call({ path });
  if (answer.status !== 200) throw refused(path, answer);
  return answer.body;
}

const refused = (path: string, answer: KubeAnswer): ActionError =>
  new ActionError(
    'cluster-refused',
    `GET ${path} answered ${answer.status}: ${statusMessage(answer)}`,
    {
      hint: 'The deployer needs get and list on pods, replicasets and the workload kinds.',
      status: answer.status,
    },
  );
