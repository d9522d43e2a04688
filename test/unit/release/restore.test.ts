import type { HeldReplicas } from '../../../src/domain/held-replicas.ts';
import type { Revision } from '../../../src/domain/history.ts';
import type { KubeObject } from '../../../src/domain/manifest.ts';
import type { ReleaseRecord } from '../../../src/domain/release-record.ts';
import { ActionError } from '../../../src/errors.ts';
import { type RestorePorts, restoreRevision } from '../../../src/release/restore.ts';

const revision = (number: number, status: Revision['status']): Revision => ({
  number,
  status,
  labels: { 'deploy-actions/bundle': 'bdl-1' },
});
const record = (version: number, manifest: readonly KubeObject[], method = 'ssa') =>
  ({ version, manifest, hooks: [], raw: { apply_method: method } }) as unknown as ReleaseRecord;
const object = (kind: string, spec: object = {}, more: object = {}): KubeObject => ({
  apiVersion: kind === 'Deployment' ? 'apps/v1' : 'v1',
  kind,
  metadata: { name: 'web', ...more },
  spec,
});

const pods = (more: object = {}) => ({ template: { spec: { containers: [], ...more } } });
const web = object('Deployment', { replicas: 2, ...pods() });
const asAccount = object('Deployment', pods({ serviceAccountName: 'x' }));
const claim = object('PersistentVolumeClaim');
const scaledByHand = object(
  'Deployment',
  { replicas: 5 },
  {
    managedFields: [
      { manager: 'kubectl', subresource: 'scale', fieldsV1: { 'f:spec': { 'f:replicas': {} } } },
    ],
  },
);

interface Stage {
  readonly version?: string;
  readonly method?: string;
  readonly from?: readonly KubeObject[];
  readonly live?: KubeObject;
  readonly conflict?: boolean;
  readonly fails?: 'rollback' | 'annotate' | 'announce' | 'hold';
}

/** Revision 2 has failed, revision 1 is to come back; every call that changes something is noted. */
function stage({ version = 'v4.2.3', method, from = [web], live, conflict, fails }: Stage) {
  const calls: string[] = [];
  const said: string[] = [];
  const call = async (name: string, step?: Stage['fails']): Promise<void> => {
    calls.push(name);
    if (step && step === fails) {
      throw new ActionError('cluster-refused', `no ${step}`, { hint: `mend ${step}` });
    }
  };
  const ports: RestorePorts = {
    helm: {
      version: async () => version,
      rollback: (number, { forceConflicts }) =>
        call(`rollback ${number}${forceConflicts ? ' --force-conflicts' : ''}`, 'rollback'),
    },
    elapsed: () => 0,
    sleep: async () => {},
    history: async () => [revision(1, 'deployed'), revision(2, 'failed')],
    record: async (number) => record(number, number === 1 ? [web] : from, method),
    label: (number, labels) => call(`label ${number} ${JSON.stringify(labels)}`),
    markFailed: (number, why) => call(`failed ${number}: ${why}`),
    announce: (number) => call(`announce ${number}`, 'announce'),
    holdReplicas: async (number, held: readonly HeldReplicas[]) => {
      await call(`hold ${number}: ${held.map(({ replicas }) => replicas)}`, 'hold');
      return () => call('put back');
    },
    objects: {
      read: async ({ kind }) => (kind === 'Deployment' ? live : claim),
      annotate: ({ kind }, annotations) =>
        call(`${kind} ${JSON.stringify(annotations)}`, 'annotate'),
      merge: ({ kind }, change) => call(`${kind} ${JSON.stringify(change)}`),
      dryRun: async ([first]) =>
        first && conflict
          ? [
              {
                object: first,
                result: undefined,
                findings: [
                  {
                    kind: 'conflict',
                    object: first,
                    field: 'spec.x',
                    manager: 'kubectl-set',
                    message: '',
                  },
                ],
              },
            ]
          : [],
    },
    view: { world: { all: () => [], gone: () => [] }, onChange: () => () => {} },
    deletePod: async () => 'deleted',
    expect: () => async (number) => {
      calls.push(`await ${number}`);
      return [];
    },
    info: (line) => void said.push(line),
    warn: (line) => void said.push(line),
  };
  return { ports, calls, said };
}

const input = {
  release: 'shop',
  namespace: 'prod',
  target: revision(1, 'deployed'),
  historyMax: 20,
  deadline: 60_000,
};
const LABELLED = 'label 3 {"deploy-actions/for-revision":"3"}';

test.each<[string, Stage, readonly string[]]>([
  ['as it was', {}, ['announce 3', 'rollback 1', LABELLED, 'await 3']],
  [
    'without the ServiceAccount that only the failed revision named',
    { from: [asAccount], live: asAccount },
    [
      ...['announce 3', 'rollback 1'],
      'Deployment {"spec":{"template":{"spec":{"serviceAccountName":null,"serviceAccount":null}}}}',
      ...[LABELLED, 'await 3'],
    ],
  ],
  [
    'with what others changed',
    { conflict: true },
    ['announce 3', 'rollback 1 --force-conflicts', LABELLED, 'await 3'],
  ],
  [
    'by Helm 3, which overwrites without being told',
    { conflict: true, version: 'v3.18.0' },
    ['announce 3', 'rollback 1', LABELLED, 'await 3'],
  ],
  [
    'by Helm 4 as Helm 3 made it',
    { conflict: true, method: 'csa' },
    ['announce 3', 'rollback 1', LABELLED, 'await 3'],
  ],
  [
    'with the replicas of today',
    { live: scaledByHand },
    ['announce 3', 'hold 1: 5', 'rollback 1 --force-conflicts', 'put back', LABELLED, 'await 3'],
  ],
  [
    'without the claims that only the bad revision has',
    { from: [web, claim] },
    [
      'PersistentVolumeClaim {"helm.sh/resource-policy":"keep"}',
      'announce 3',
      'rollback 1',
      LABELLED,
      'PersistentVolumeClaim {"helm.sh/resource-policy":null}',
      'await 3',
    ],
  ],
  [
    'though nobody will know that it was us',
    { fails: 'announce' },
    ['announce 3', 'rollback 1', LABELLED, 'await 3'],
  ],
  [
    'with fewer replicas rather than not at all',
    { live: scaledByHand, fails: 'hold' },
    ['announce 3', 'hold 1: 5', 'rollback 1 --force-conflicts', LABELLED, 'await 3'],
  ],
])('the revision comes back %s', async (_, scene, expected) => {
  const { ports, calls } = stage(scene);
  expect(await restoreRevision(input, ports)).toEqual({ revision: 3, images: [] });
  expect(calls).toEqual(expected);
});

test('what is overwritten, held and kept is named', async () => {
  const { ports, said } = stage({ conflict: true, live: scaledByHand, from: [web, claim] });
  await restoreRevision(input, ports);
  expect(said).toEqual([
    'PersistentVolumeClaim/web is kept, it may hold data: the revision we go back to has none. Not needed? kubectl delete PersistentVolumeClaim/web --namespace prod',
    'Deployment/web keeps its 5 replicas, set by kubectl (scale); revision 1 says 2',
    "Deployment/web spec.x: changed by kubectl-set, the release's value comes back",
  ]);
});

test('where the newest revision is the wanted one nothing is changed', async () => {
  const { ports, calls } = stage({});
  const history = async () => [revision(1, 'deployed')];
  expect((await restoreRevision(input, { ...ports, history })).revision).toBe(1);
  expect(calls).toEqual(['await 1']);
});

test('what helm called complete and we did not is no target of a later rollback', async () => {
  const { ports, calls } = stage({});
  const history = async () => [revision(1, 'superseded'), revision(2, 'deployed')];
  await restoreRevision({ ...input, failure: 'liveness-killed' }, { ...ports, history });
  expect(calls).toEqual([
    'failed 2: liveness-killed',
    'announce 3',
    'rollback 1',
    LABELLED,
    'await 3',
  ]);
});

const refusal = (promise: Promise<unknown>): Promise<ActionError> =>
  promise.then(
    () => Promise.reject(new Error('it was accepted')),
    (error: ActionError) => error,
  );

test('a rollback that helm refuses: the record is put back, the commands are said', async () => {
  const { ports, calls } = stage({ live: scaledByHand, fails: 'rollback' });
  const error = await refusal(restoreRevision(input, ports));
  expect(error).toMatchObject({ code: 'undo-failed' });
  expect(error.message).toBe('Going back to revision 1 did not succeed: no rollback');
  expect(error.hint).toContain('mend rollback\nBy hand: helm history shop --namespace prod');
  expect(calls.at(-1)).toBe('put back');
});

test('what may hold data and cannot be kept stops it before anything changes', async () => {
  const { ports, calls } = stage({ from: [web, claim], fails: 'annotate' });
  const error = await refusal(restoreRevision(input, ports));
  expect(error.message).toContain('PersistentVolumeClaim/web may hold data and cannot be kept');
  expect(error.hint).toContain(
    'kubectl annotate PersistentVolumeClaim/web helm.sh/resource-policy=keep --namespace prod',
  );
  expect(calls.some((call) => call.startsWith('rollback'))).toBe(false);
});

test('a target that the history has lost is said', async () => {
  const { ports } = stage({});
  const error = await refusal(restoreRevision(input, { ...ports, record: async () => undefined }));
  expect(error.message).toContain('revision 1 is not in the cluster any more');
});
