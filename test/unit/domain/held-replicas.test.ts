import { heldReplicas, withHeld } from '../../../src/domain/held-replicas.ts';
import type { KubeObject } from '../../../src/domain/manifest.ts';

const deployment = (replicas: number | undefined, managedFields: readonly object[] = []) =>
  ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', managedFields },
    spec: { ...(replicas !== undefined && { replicas }), paused: false },
  }) as KubeObject;

const owns = (manager: string, more: object = {}, field = 'f:replicas') => ({
  manager,
  operation: 'Update',
  fieldsV1: { 'f:spec': { [field]: {} } },
  ...more,
});
const helm = owns('helm', { operation: 'Apply' });
const scaled = (manager: string) => owns(manager, { subresource: 'scale' });

test.each<[string, KubeObject, string | undefined]>([
  [
    'an autoscaler',
    deployment(5, [scaled('kube-controller-manager')]),
    'kube-controller-manager (scale)',
  ],
  ['a person', deployment(5, [helm, scaled('kubectl')]), 'kubectl (scale)'],
  ['an editor', deployment(0, [owns('kubectl-edit')]), 'kubectl-edit'],
  ['helm: it is the failed revision’s own number', deployment(5, [helm]), undefined],
  [
    'who set another field',
    deployment(5, [helm, owns('kubectl-set', {}, 'f:template')]),
    undefined,
  ],
  ['somebody, to what the manifest says', deployment(2, [scaled('kubectl')]), undefined],
  ['a person, to 0, which leaves no trace', deployment(0), 'somebody'],
  ['nobody: it is the default', deployment(1), undefined],
  ['nobody, and there is none', deployment(undefined), undefined],
])('live replicas set by %s', (_, live, manager) => {
  expect(heldReplicas(deployment(2), live)?.manager).toBe(manager);
});

test('only what is held changes', () => {
  const [web, api] = [deployment(2), deployment(3)];
  const held = [{ object: web, replicas: 5, manager: 'kubectl' }];
  expect(withHeld([web, api], held)).toEqual([deployment(5), api]);
});
