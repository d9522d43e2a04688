import type { Plan } from './assessment.ts';
import type { KubeObject } from './manifest.ts';
import { type EventView, newest } from './signals/event.ts';
import type { Row } from './signals/row.ts';
import type { Signal } from './signals/signal.ts';
import { firstOf } from './signals/to-signal.ts';
import type { WorldIndex } from './world-index.ts';

interface ClaimSubject {
  readonly claim: KubeObject;
  readonly namespace: string;
  readonly events: readonly EventView[];
}

/** Helm waits until the claims of the manifest are bound, even where no pod asks for them. */
const CLAIM_ROWS: readonly Row<ClaimSubject>[] = [
  {
    name: 'claim-pending',
    code: 'volume-unbound',
    class: 'slow',
    find: ({ claim, events }) => {
      const status = claim.status as { readonly phase?: string } | undefined;
      return status?.phase === 'Pending'
        ? { message: newest(events)?.message ?? 'the claim is Pending' }
        : undefined;
    },
    hint: ({ claim, namespace }) =>
      `PersistentVolumeClaim ${claim.metadata.name} has no volume yet: does its storage class exist, does its provisioner work, does a pod use it? \`kubectl -n ${namespace} describe pvc ${claim.metadata.name}\``,
  },
];

/** Claims of the manifest that have no volume yet. */
export function claimSignals(index: WorldIndex, plan: Plan): readonly Signal[] {
  return plan.manifest
    .filter(({ kind }) => kind === 'PersistentVolumeClaim')
    .flatMap(({ metadata: { name, namespace = plan.namespace } }) => {
      const claim = index.find('PersistentVolumeClaim', namespace, name);
      if (claim === undefined) return [];
      const { uid = name } = claim.metadata;
      const object = `PersistentVolumeClaim/${name}`;
      return firstOf(
        CLAIM_ROWS,
        { claim, namespace, events: index.eventsOf(uid) },
        {
          key: uid,
          workload: object,
          namespace,
          object,
          container: '',
          pods: 0,
          standing: false,
          job: false,
          othersOnTheirWay: false,
          node: '',
        },
      );
    });
}
