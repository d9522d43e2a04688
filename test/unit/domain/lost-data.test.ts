import { lostData } from '../../../src/domain/lost-data.ts';
import type { KubeObject } from '../../../src/domain/manifest.ts';

const object = (apiVersion: string, kind: string, namespace?: string): KubeObject => ({
  apiVersion,
  kind,
  metadata: { name: 'x', ...(namespace && { namespace }) },
});

const lost = (from: KubeObject, to: readonly KubeObject[] = []): boolean =>
  lostData([from], to, 'shop').length > 0;

test.each([
  ['v1', 'PersistentVolumeClaim', true],
  ['v1', 'PersistentVolume', true],
  ['v1', 'Namespace', true],
  ['apps/v1', 'StatefulSet', true],
  ['apiextensions.k8s.io/v1', 'CustomResourceDefinition', true],
  ['postgresql.cnpg.io/v1', 'Cluster', true],
  // A custom kind may have any name.
  ['acme.example/v1', 'Deployment', true],
  ['apps/v1', 'Deployment', false],
  ['batch/v1', 'Job', false],
  ['v1', 'ConfigMap', false],
  ['v1', 'Secret', false],
  ['autoscaling/v2', 'HorizontalPodAutoscaler', false],
  ['networking.k8s.io/v1', 'Ingress', false],
])('%s %s that goes: lost data is %s', (apiVersion, kind, expected) => {
  expect(lost(object(apiVersion, kind))).toBe(expected);
});

test.each<[string, KubeObject, boolean]>([
  ['the same', object('apps/v1', 'StatefulSet'), false],
  ['another version of the same group', object('apps/v1beta1', 'StatefulSet'), false],
  ['the release’s namespace, named', object('apps/v1', 'StatefulSet', 'shop'), false],
  ['another namespace', object('apps/v1', 'StatefulSet', 'other'), true],
  ['another group', object('acme.example/v1', 'StatefulSet'), true],
])('what stays is compared as helm does: %s', (_, to, expected) => {
  expect(lost(object('apps/v1', 'StatefulSet'), [to])).toBe(expected);
});
