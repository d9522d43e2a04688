import { eventually } from './eventually.ts';
import type { FaultSite } from './fault-site.ts';

interface Pod {
  readonly metadata: { readonly name: string; readonly creationTimestamp: string };
  readonly status: {
    readonly phase: string;
    readonly containerStatuses?: readonly {
      readonly state?: { readonly waiting?: { readonly reason?: string } };
    }[];
  };
}

/** The release's pods, newest first. */
async function podsOf({ namespace }: FaultSite, release: string): Promise<readonly Pod[]> {
  const { items } = await namespace.get<{ items: Pod[] }>('pods', '-l', `app=${release}`);
  return items.sort((a, b) =>
    b.metadata.creationTimestamp.localeCompare(a.metadata.creationTimestamp),
  );
}

/** Waits for a second pod of the release, in that phase, and returns the newer one's name. */
export async function newPod(
  site: FaultSite,
  release: string,
  phase: 'Pending' | 'Running',
): Promise<string> {
  return eventually(async () => {
    const [newest, ...others] = await podsOf(site, release);
    if (others.length === 0) return undefined;
    return newest?.status.phase === phase ? newest.metadata.name : undefined;
  });
}

/** Waits until the container of some pod of the release waits for that reason. */
export async function waitsFor(site: FaultSite, release: string, reason: string): Promise<void> {
  await eventually(async () => {
    const states = (await podsOf(site, release)).flatMap(({ status }) =>
      (status.containerStatuses ?? []).map(({ state }) => state?.waiting?.reason),
    );
    return states.includes(reason) || undefined;
  });
}

/** Waits until helm is done with that revision, and returns the name of the newest pod. */
export async function podOfDeployed(
  site: FaultSite,
  release: string,
  revision: number,
): Promise<string> {
  return eventually(async () => {
    const isDone = (await site.history(release)).includes(`${revision}:deployed`);
    const [newest] = isDone ? await podsOf(site, release) : [];
    return newest?.metadata.name;
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
