import type { LiveObjects } from '../cluster/live-objects.ts';
import type { KubeObject, WorkloadRef } from '../domain/manifest.ts';
import { stuckPods } from '../domain/stuck-pods.ts';
import { ActionError, describeError } from '../errors.ts';
import type { View } from './observe.ts';

export interface FreePorts {
  readonly view: Pick<View, 'world' | 'onChange'>;
  readonly objects: Pick<LiveObjects, 'read'>;
  /** Deletes the pod in the very state that was seen; another state of it answers `changed`. */
  readonly deletePod: (pod: KubeObject) => Promise<'deleted' | 'changed'>;
  readonly info: (line: string) => void;
  readonly warn: (text: string) => void;
}

interface Stuck {
  readonly ref: WorkloadRef;
  readonly set: KubeObject;
  readonly pod: KubeObject;
}

/**
 * Deletes the pods that keep StatefulSets from going back, as they are seen; see stuckPods.
 * @returns what ends it
 */
export function freeStuckPods(refs: readonly WorkloadRef[], ports: FreePorts): () => void {
  const sets = refs.filter(({ kind }) => kind === 'StatefulSet');
  // Each state of a pod and its set is judged once; what changes comes back by itself.
  const judged = new Set<string>();
  const look = (): void => {
    for (const stuck of sets.flatMap((ref) => stuckNow(ref, ports))) {
      const key = [stuck.set, stuck.pod].map(({ metadata }) => metadata.resourceVersion).join();
      if (judged.has(key)) continue;
      judged.add(key);
      void free(stuck, ports);
    }
  };
  const stop = ports.view.onChange(look);
  look();
  return stop;
}

function stuckNow(ref: WorkloadRef, { view }: FreePorts): readonly Stuck[] {
  const inPlace = ({ metadata }: KubeObject): boolean => metadata.namespace === ref.namespace;
  const set = view.world
    .all('StatefulSet')
    .find((one) => inPlace(one) && one.metadata.name === ref.name);
  if (!set) return [];
  const pods = view.world.all('Pod').filter(inPlace);
  const found = stuckPods({ ref, object: set, replicaSets: [], pods });
  return found.map((pod) => ({ ref, set, pod }));
}

async function free({ ref, pod }: Stuck, ports: FreePorts): Promise<void> {
  const { name } = pod.metadata;
  try {
    // What is seen may be from before the rollback: then the wanted revision is still the bad one.
    const { kind, name: setName, namespace } = ref;
    const object = await ports.objects.read({
      apiVersion: 'apps/v1',
      kind,
      metadata: { name: setName, namespace },
    });
    if (!object || stuckPods({ ref, object, replicaSets: [], pods: [pod] }).length === 0) return;
    if ((await ports.deletePod(pod)) === 'changed') return;
    ports.info(
      `Pod ${name} of the failed revision kept ${kind}/${setName} from going back: deleted`,
    );
  } catch (error) {
    const hint = error instanceof ActionError && error.hint ? `\n${error.hint}` : '';
    ports.warn(
      `Pod ${name} of the failed revision keeps ${ref.kind}/${ref.name} from going back: ${describeError(error)}${hint}`,
    );
  }
}
