import type { KubeObject } from '../../../src/domain/manifest.ts';
import { ActionError } from '../../../src/errors.ts';
import { type FreePorts, freeStuckPods } from '../../../src/release/free-stuck-pods.ts';

const set = (updateRevision: string, resourceVersion = '1'): KubeObject => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 'db', namespace: 'shop', uid: 'set', generation: 2, resourceVersion },
  status: { observedGeneration: 2, updateRevision },
});
const pod = (ordinal: number, revision: string, resourceVersion = '1'): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: `db-${ordinal}`,
    namespace: 'shop',
    uid: `pod-${ordinal}`,
    resourceVersion: `${ordinal}${resourceVersion}`,
    labels: { 'controller-revision-hash': revision },
    ownerReferences: [{ uid: 'set', kind: 'StatefulSet', name: 'db', controller: true }],
  },
});

/** A cluster that is seen through a view which may lag behind it. */
function stage(seen: KubeObject[], live: KubeObject) {
  const listeners = new Set<() => void>();
  const deleted: string[] = [];
  const said: string[] = [];
  const ports: FreePorts = {
    view: {
      world: { all: (kind) => seen.filter((object) => object.kind === kind), gone: () => [] },
      onChange: (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    objects: { read: async () => live },
    deletePod: async ({ metadata }) => {
      deleted.push(metadata.name);
      return 'deleted';
    },
    info: (line) => void said.push(line),
    warn: (line) => void said.push(line),
  };
  const change = async (): Promise<void> => {
    for (const listener of listeners) listener();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { ports, change, deleted, said, listening: () => listeners.size };
}

const refs = [{ kind: 'StatefulSet', name: 'db', namespace: 'shop' }] as const;

test('a pod that hangs is deleted once, and again when a new one hangs', async () => {
  const seen = [set('good'), pod(0, 'good'), pod(1, 'bad')];
  const { ports, change, deleted } = stage(seen, set('good'));
  freeStuckPods(refs, ports);
  await change();
  await change();
  expect(deleted).toEqual(['db-1']);
  seen[2] = pod(1, 'bad', '7');
  await change();
  expect(deleted).toEqual(['db-1', 'db-1']);
});

test('a view from before the rollback makes no good pod go', async () => {
  const seen = [set('bad'), pod(0, 'good'), pod(1, 'bad')];
  const { ports, change, deleted } = stage(seen, set('good', '2'));
  freeStuckPods(refs, ports);
  await change();
  expect(deleted).toEqual([]);
  seen[0] = set('good', '2');
  await change();
  expect(deleted).toEqual(['db-1']);
});

test('without the right the command is said, once', async () => {
  const { ports, change, said } = stage([set('good'), pod(1, 'bad')], set('good'));
  const refused = new ActionError('cluster-refused', 'forbidden', { hint: 'kubectl delete …' });
  freeStuckPods(refs, { ...ports, deletePod: () => Promise.reject(refused) });
  await change();
  await change();
  expect(said).toEqual([
    'Pod db-1 of the failed revision keeps StatefulSet/db from going back: forbidden\nkubectl delete …',
  ]);
});

test('it ends', () => {
  const { ports, listening } = stage([set('good')], set('good'));
  freeStuckPods(refs, ports)();
  expect(listening()).toBe(0);
});
