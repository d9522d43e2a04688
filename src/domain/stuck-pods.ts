import { isReady, type LiveWorkload } from './identity.ts';
import type { KubeObject } from './manifest.ts';

/**
 * The pods that keep a StatefulSet from going back. It replaces one pod only when the one before is
 * ready, so a pod of a failed revision that never gets ready stays for ever, also after a rollback
 * (kubernetes#67250, open; measured on 1.35). A Ready pod is never among them, nor any pod where
 * people replace pods themselves (`OnDelete`, below a `partition`).
 */
export function stuckPods({ ref, object, pods }: LiveWorkload): readonly KubeObject[] {
  const { spec, status, metadata } = object as StatefulSet;
  const strategy = spec?.updateStrategy;
  if (ref.kind !== 'StatefulSet' || strategy?.type === 'OnDelete') return [];
  // The controller has not seen the rollback yet: it cannot say which revision is the wanted one.
  if ((status?.observedGeneration ?? 0) < (metadata.generation ?? 0)) return [];
  const wanted = status?.updateRevision;
  if (!wanted) return [];
  const first = (spec?.ordinals?.start ?? 0) + (strategy?.rollingUpdate?.partition ?? 0);
  return pods.filter((pod) => {
    const { labels, ownerReferences, deletionTimestamp } = pod.metadata;
    const revision = labels?.['controller-revision-hash'];
    return (
      ownerReferences?.some(({ uid, controller }) => controller && uid === metadata.uid) &&
      revision !== undefined &&
      revision !== wanted &&
      !deletionTimestamp &&
      !isReady(pod) &&
      ordinalOf(pod) >= first
    );
  });
}

interface StatefulSet extends KubeObject {
  readonly spec?: {
    readonly ordinals?: { readonly start?: number };
    readonly updateStrategy?: {
      readonly type?: string;
      readonly rollingUpdate?: { readonly partition?: number };
    };
  };
  readonly status?: { readonly observedGeneration?: number; readonly updateRevision?: string };
}

const ordinalOf = ({ metadata }: KubeObject): number => Number(/\d+$/.exec(metadata.name)?.[0]);
