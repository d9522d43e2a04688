import {
  identityProblems,
  type LiveWorkload,
  runningImages,
} from '../../../src/domain/identity.ts';
import type { KubeObject } from '../../../src/domain/manifest.ts';

const digest = `sha256:${'a'.repeat(64)}`;
const other = `sha256:${'b'.repeat(64)}`;
const image = `ghcr.io/acme/api@${digest}`;

const object = (kind: string, name: string, more: object): KubeObject => ({
  apiVersion: 'apps/v1',
  kind,
  ...more,
  metadata: { name, uid: `uid-${name}`, ...(more as { metadata?: object }).metadata },
});
const owner = (kind: string, name: string) => [
  { uid: `uid-${name}`, kind, name, controller: true },
];
const replicaSet = (name: string, revision: string) =>
  object('ReplicaSet', name, {
    metadata: {
      annotations: { 'deployment.kubernetes.io/revision': revision },
      ownerReferences: owner('Deployment', 'api'),
    },
  });
const pod = (name: string, set: string, more: Partial<KubeObject['metadata']> = {}, runs = image) =>
  object('Pod', name, {
    metadata: { ownerReferences: owner('ReplicaSet', set), ...more },
    spec: { containers: [{ name: 'api', image: runs }] },
    status: {
      conditions: [{ type: 'Ready', status: 'True' }],
      containerStatuses: [{ name: 'api', imageID: `ghcr.io/acme/api@${other}` }],
    },
  });

const deployment = (pods: readonly KubeObject[], spec: object = {}): LiveWorkload => ({
  ref: { kind: 'Deployment', name: 'api', namespace: 'shop' },
  object: object('Deployment', 'api', {
    metadata: { annotations: { 'deployment.kubernetes.io/revision': '2' } },
    spec: {
      replicas: 2,
      template: { spec: { containers: [{ name: 'api', image }] } },
      ...spec,
    },
  }),
  replicaSets: [replicaSet('old', '1'), replicaSet('new', '2')],
  pods,
});

describe('runningImages', () => {
  test('counts only living pods of the newest ReplicaSet that run the asked image', () => {
    const [running] = runningImages(
      deployment([
        pod('a', 'new'),
        pod('b', 'old'),
        pod('c', 'new', { deletionTimestamp: '2026-01-01T00:00:00Z' }),
        pod('d', 'new', {}, 'ghcr.io/acme/api:patched'),
      ]),
    );
    expect(running).toMatchObject({ ready: 1, desired: 2, old: 1, digest, reported: [other] });
  });

  test('a StatefulSet counts pods of its update revision', () => {
    const named = (name: string, hash: string) =>
      object('Pod', name, {
        ...pod(name, 'x'),
        metadata: {
          ownerReferences: owner('StatefulSet', 'db'),
          labels: { 'controller-revision-hash': hash },
        },
      });
    const [running] = runningImages({
      ref: { kind: 'StatefulSet', name: 'db', namespace: 'shop' },
      object: object('StatefulSet', 'db', {
        spec: { replicas: 2, template: { spec: { containers: [{ name: 'api', image }] } } },
        status: { updateRevision: 'db-2' },
      }),
      replicaSets: [],
      pods: [named('db-0', 'db-2'), named('db-1', 'db-1')],
    });
    expect(running).toMatchObject({ ready: 1, desired: 2 });
  });
});

describe('identityProblems', () => {
  test('none when every asked digest runs ready', () => {
    const running = runningImages(deployment([pod('a', 'new'), pod('b', 'new')]));
    expect(identityProblems([{ name: 'api', digest }], running)).toEqual([]);
  });

  test('an asked digest that no workload has is absent', () => {
    const running = runningImages(deployment([pod('a', 'new'), pod('b', 'new')]));
    expect(identityProblems([{ name: 'api', digest: other }], running)).toMatchObject([
      { kind: 'absent', subject: 'api' },
    ]);
  });

  test('missing pods are behind', () => {
    const running = runningImages(deployment([pod('a', 'new')]));
    expect(identityProblems([{ name: 'api', digest }], running)).toMatchObject([
      { kind: 'behind', message: `1 of 2 pods are ready with ${image}` },
    ]);
  });

  test('a pod of an earlier revision that nobody has ended is behind; one that is ending is not', () => {
    const pods = [pod('a', 'new'), pod('b', 'new')];
    const lingering = runningImages(deployment([...pods, pod('c', 'old')]));
    expect(identityProblems([], lingering)).toMatchObject([
      { kind: 'behind', message: '1 pods of an earlier revision are still there' },
    ]);
    const ending = pod('c', 'old', { deletionTimestamp: '2026-01-01T00:00:00Z' });
    expect(identityProblems([], runningImages(deployment([...pods, ending])))).toEqual([]);
    const evicted = { ...pod('d', 'old'), status: { phase: 'Failed' } };
    expect(identityProblems([], runningImages(deployment([...pods, evicted])))).toEqual([]);
  });

  test.each([
    ['a paused Deployment', { paused: true }],
    ['OnDelete', { updateStrategy: { type: 'OnDelete' } }],
    ['a partition', { updateStrategy: { rollingUpdate: { partition: 1 } } }],
  ])('%s is not called behind: its pods do not roll by themselves', (_, spec) => {
    const running = runningImages(deployment([], spec));
    expect(identityProblems([], running)).toEqual([]);
  });
});
