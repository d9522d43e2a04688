import type { KubeObject, WorkloadRef } from '../domain/manifest.ts';
import { stuckPods } from '../domain/stuck-pods.ts';
import { ActionError, describeError } from '../errors.ts';
import type { View } from './observe.ts';

export interface FreePorts {
  readonly view: Pick<View, 'world' | 'onChange'>;
  /** Deletes the pod in the very state that was seen; another state of it answers `changed`. */
  readonly deletePod: (pod: KubeObject) => Promise<'deleted' | 'changed'>;
  readonly info: (line: string) => void;
  readonly warn: (text: string) => void;
}

/**
 * Deletes the pods that keep StatefulSets from going back, as they are seen; see stuckPods.
 * @returns what ends it
 */
export function freeStuckPods(refs: readonly WorkloadRef[], ports: FreePorts): () => void {
  const sets = refs.filter(({ kind }) => kind === 'StatefulSet');
  // By uid and version: a state of a pod is judged once.
  const judged = new Set<string>();
  let ended = false;
  const look = (): void => {
    const stuck = sets.flatMap((ref) => stuckNow(ref, ports)).filter((pod) => isNew(pod, judged));
    for (const pod of stuck) {
      void free(pod, ports).then((outcome) => {
        if (outcome === 'changed' && !ended) look();
      });
    }
  };
  const stop = ports.view.onChange(look);
  look();
  return () => {
    ended = true;
    stop();
  };
}

function stuckNow(ref: WorkloadRef, { view }: FreePorts): readonly KubeObject[] {
  const inPlace = ({ metadata }: KubeObject): boolean => metadata.namespace === ref.namespace;
  const object = view.world
    .all('StatefulSet')
    .find((one) => inPlace(one) && one.metadata.name === ref.name);
  const pods = view.world.all('Pod').filter(inPlace);
  return object ? stuckPods({ ref, object, replicaSets: [], pods }) : [];
}

function isNew({ metadata }: KubeObject, judged: Set<string>): boolean {
  const key = `${metadata.uid} ${metadata.resourceVersion}`;
  if (judged.has(key)) return false;
  judged.add(key);
  return true;
}

async function free(pod: KubeObject, ports: FreePorts): Promise<'deleted' | 'changed' | 'failed'> {
  const { name } = pod.metadata;
  try {
    const outcome = await ports.deletePod(pod);
    if (outcome === 'deleted') {
      ports.info(
        `Pod ${name} of the failed revision never got ready: deleted, so that its StatefulSet goes back`,
      );
    }
    return outcome;
  } catch (error) {
    const hint = error instanceof ActionError ? error.hint : undefined;
    ports.warn(
      `Pod ${name} of the failed revision keeps its StatefulSet from going back: ${describeError(error)}${hint ? `\n${hint}` : ''}`,
    );
    return 'failed';
  }
}
