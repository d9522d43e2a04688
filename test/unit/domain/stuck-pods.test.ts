import type { KubeObject } from '../../../src/domain/manifest.ts';
import { stuckPods } from '../../../src/domain/stuck-pods.ts';

interface PodChanges {
  readonly revision?: string;
  readonly ready?: boolean;
  readonly owner?: string;
  readonly deletionTimestamp?: string;
}

const pod = (ordinal: number, changes: PodChanges = {}): KubeObject => {
  const { revision = 'db-bad', ready = false, owner = 'set', deletionTimestamp } = changes;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `db-${ordinal}`,
      labels: { 'controller-revision-hash': revision },
      ownerReferences: [{ uid: owner, kind: 'StatefulSet', name: 'db', controller: true }],
      ...(deletionTimestamp && { deletionTimestamp }),
    },
    status: { conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }] },
  };
};

const stuck = (pods: readonly KubeObject[], spec: object = {}, observedGeneration = 3): string[] =>
  stuckPods({
    ref: { kind: 'StatefulSet', name: 'db', namespace: 'shop' },
    object: {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'db', uid: 'set', generation: 3 },
      spec,
      status: { observedGeneration, updateRevision: 'db-good' },
    },
    replicaSets: [],
    pods,
  }).map(({ metadata }) => metadata.name);

test.each<[string, PodChanges]>([
  ['that is Ready', { ready: true }],
  ['of the revision we go back to', { revision: 'db-good' }],
  ['that is on its way out', { deletionTimestamp: '2026-01-01T00:00:00Z' }],
  ['of another workload', { owner: 'other' }],
])('a pod %s is left alone, one that never gets ready is not', (_, changes) => {
  expect(stuck([pod(0, changes), pod(1)])).toEqual(['db-1']);
});

test.each<[string, object]>([
  ['OnDelete', { updateStrategy: { type: 'OnDelete' } }],
  ['below a partition', { updateStrategy: { rollingUpdate: { partition: 2 } } }],
  [
    'below a partition with other ordinals',
    {
      ordinals: { start: 1 },
      updateStrategy: { rollingUpdate: { partition: 1 } },
    },
  ],
])('people replace these pods themselves: %s', (_, spec) => {
  expect(stuck([pod(1)], spec)).toEqual([]);
});

test('at and above a partition pods are replaced', () => {
  const spec = { updateStrategy: { rollingUpdate: { partition: 2 } } };
  expect(stuck([pod(1), pod(2), pod(3)], spec)).toEqual(['db-2', 'db-3']);
});

test('nothing is judged before the controller has seen the rollback', () => {
  expect(stuck([pod(1)], {}, 2)).toEqual([]);
});
