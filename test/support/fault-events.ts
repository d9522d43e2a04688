import { eventually } from './eventually.ts';
import type { FaultSite } from './fault-site.ts';

interface Pods {
  readonly items: readonly {
    readonly metadata: { readonly name: string; readonly creationTimestamp: string };
    readonly status: { readonly phase: string };
  }[];
}

/** Waits for a second pod of the release, in that phase, and returns the newer one's name. */
export async function newPod(
  { namespace }: FaultSite,
  release: string,
  phase: 'Pending' | 'Running',
): Promise<string> {
  return eventually(async () => {
    const { items } = await namespace.get<Pods>('pods', '-l', `app=${release}`);
    if (items.length < 2) return undefined;
    const [newest] = [...items].sort((a, b) =>
      b.metadata.creationTimestamp.localeCompare(a.metadata.creationTimestamp),
    );
    return newest?.status.phase === phase ? newest.metadata.name : undefined;
  });
}

/** Waits until some pod could not be made. */
export async function failedCreate({ namespace }: FaultSite): Promise<void> {
  await eventually(async () => {
    const text = await namespace.kubectl(
      'get',
      'events',
      '--field-selector',
      'reason=FailedCreate',
    );
    return text.includes('FailedCreate') ? text : undefined;
  });
}

/** What cluster-autoscaler writes when it asks its cloud for a node for this pod. */
export async function postScaleUp({ namespace }: FaultSite, pod: string): Promise<void> {
  const now = new Date().toISOString().replace(/\.\d+/, '');
  const { metadata } = await namespace.get<{ metadata: { uid: string } }>('pod', pod);
  const event = {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: `${pod}.scaleup`, namespace: namespace.name },
    involvedObject: {
      apiVersion: 'v1',
      kind: 'Pod',
      name: pod,
      namespace: namespace.name,
      uid: metadata.uid,
    },
    type: 'Normal',
    reason: 'TriggeredScaleUp',
    message: 'pod triggered scale-up: [{pool-1 1->2 (max: 5)}]',
    source: { component: 'cluster-autoscaler' },
    firstTimestamp: now,
    lastTimestamp: now,
    count: 1,
  };
  await namespace.apply(JSON.stringify(event));
}
