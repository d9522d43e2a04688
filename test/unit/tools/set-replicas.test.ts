import type { KubeObject } from '../../../src/domain/manifest.ts';
import { setReplicas } from '../../../src/tools/set-replicas.ts';

const TEXT = `---
# Source: shop/templates/a.yaml
apiVersion: v1
kind: ConfigMap
metadata: { name: web }
data: { mode: "0644", on: yes }
---
# Source: shop/templates/web.yaml
kind: Deployment
apiVersion: apps/v1
metadata:
  name: web
spec:
  replicas: 2 # of the chart
  template: { defaultMode: 0644, "replicas": 2 }
---
{ "kind": "Deployment", "metadata": { "name": "api", "namespace": "other" }, "spec": { "replicas": 10 } }
`;

const object = (name: string, namespace?: string): KubeObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, ...(namespace && { namespace }) },
});

test('two numbers change, and not one other letter', () => {
  const changes = [
    { object: object('web'), replicas: 15 },
    { object: object('api', 'other'), replicas: 0 },
  ];
  expect(setReplicas(TEXT, changes)).toBe(
    TEXT.replace('replicas: 2 #', 'replicas: 15 #').replace('"replicas": 10', '"replicas": 0'),
  );
});

test.each([
  ['no such object', object('nobody')],
  ['the object of that name in another namespace', object('api')],
])('all or nothing: %s', (_, wanted) => {
  const changes = [
    { object: object('web'), replicas: 15 },
    { object: wanted, replicas: 3 },
  ];
  expect(setReplicas(TEXT, changes)).toBeUndefined();
});
