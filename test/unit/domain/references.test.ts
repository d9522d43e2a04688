import { referencesOf } from '../../../src/domain/references.ts';
import { deployment, kubeObject } from './kube-object.ts';

const inContainer = (more: object) => ({ containers: [{ name: 'web', image: 'x', ...more }] });
const found = (object: Parameters<typeof referencesOf>[0]): readonly string[] =>
  referencesOf(object, 'shop').map(
    ({ kind, namespace, name, key, need, field }) =>
      `${need} ${kind} ${namespace}/${name}${key && `:${key}`} at ${field}`,
  );

describe('what a pod template refers to', () => {
  const at = 'spec.template.spec';
  test.each([
    [
      'a variable from a Secret',
      inContainer({
        env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }],
      }),
      [`required Secret shop/db:password at ${at}.containers[web].env[A]`],
    ],
    [
      'a variable from a ConfigMap that may be missing',
      inContainer({
        env: [
          { name: 'A', valueFrom: { configMapKeyRef: { name: 'c', key: 'k', optional: true } } },
        ],
      }),
      [`optional ConfigMap shop/c:k at ${at}.containers[web].env[A]`],
    ],
    [
      'variables of a whole Secret and a whole ConfigMap',
      inContainer({ envFrom: [{ secretRef: { name: 's' } }, { configMapRef: { name: 'c' } }] }),
      [
        `required Secret shop/s at ${at}.containers[web].envFrom[0]`,
        `required ConfigMap shop/c at ${at}.containers[web].envFrom[1]`,
      ],
    ],
    [
      'an init container',
      {
        initContainers: [{ name: 'init', envFrom: [{ secretRef: { name: 's', optional: true } }] }],
      },
      [`optional Secret shop/s at ${at}.initContainers[init].envFrom[0]`],
    ],
    [
      'volumes: whole, by keys, and a claim',
      {
        volumes: [
          { name: 'a', secret: { secretName: 's', defaultMode: 256 } },
          { name: 'b', configMap: { name: 'c', items: [{ key: 'x', path: 'x' }, { key: 'y' }] } },
          { name: 'd', persistentVolumeClaim: { claimName: 'data' } },
          { name: 'e', emptyDir: {} },
        ],
      },
      [
        `required Secret shop/s at ${at}.volumes[a]`,
        `required ConfigMap shop/c:x at ${at}.volumes[b]`,
        `required ConfigMap shop/c:y at ${at}.volumes[b]`,
        `required PersistentVolumeClaim shop/data at ${at}.volumes[d]`,
      ],
    ],
    [
      'a projected volume',
      {
        volumes: [
          {
            name: 'all',
            projected: {
              sources: [
                { serviceAccountToken: { path: 'token' } },
                { secret: { name: 's', items: [{ key: 'k' }] } },
                { configMap: { name: 'c', optional: true } },
              ],
            },
          },
        ],
      },
      [
        `required Secret shop/s:k at ${at}.volumes[all].projected.sources[1]`,
        `optional ConfigMap shop/c at ${at}.volumes[all].projected.sources[2]`,
      ],
    ],
    [
      'Secrets of storage drivers',
      {
        volumes: [
          { name: 'a', csi: { driver: 'd', nodePublishSecretRef: { name: 's1' } } },
          { name: 'b', cephfs: { monitors: [], secretRef: { name: 's2' } } },
          { name: 'c', azureFile: { secretName: 's3', shareName: 'x' } },
        ],
      },
      ['s1', 's2', 's3'].map(
        (name, index) => `required Secret shop/${name} at ${at}.volumes[${'abc'[index]}]`,
      ),
    ],
    [
      'a ServiceAccount and a Secret to pull with',
      { serviceAccountName: 'robot', imagePullSecrets: [{ name: 'regcred' }] },
      [
        `required ServiceAccount shop/robot at ${at}.serviceAccountName`,
        `pull Secret shop/regcred at ${at}.imagePullSecrets[0]`,
      ],
    ],
    [
      'what charts leave empty or null',
      {
        serviceAccountName: '',
        volumes: null,
        imagePullSecrets: null,
        containers: [{ name: 'web', env: null, envFrom: [null] }],
      },
      [],
    ],
  ])('%s', (_, spec, expected) => {
    expect(found(deployment('web', spec))).toEqual(expected);
  });

  const secret = { volumes: [{ name: 'a', secret: { secretName: 's' } }], containers: [] };
  test.each([
    ['a Pod', kubeObject('Pod', 'p', { spec: secret }), 'spec'],
    ['a CronJob', cron(), 'spec.jobTemplate.spec.template.spec'],
    [
      'a custom kind with a pod template',
      { ...deployment('r', secret), apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout' },
      'spec.template.spec',
    ],
  ])('is found in %s', (_, object, field) => {
    expect(found(object)).toEqual([`required Secret shop/s at ${field}.volumes[a]`]);
  });

  function cron() {
    return kubeObject('CronJob', 'c', {
      spec: { jobTemplate: { spec: { template: { spec: secret } } } },
    });
  }

  test.each([
    ['a Service', kubeObject('Service', 's', { spec: { ports: [] } })],
    ['a ConfigMap without spec', kubeObject('ConfigMap', 'c', { data: {} })],
    [
      'a custom kind with containers of its own sense',
      { ...kubeObject('Pod', 'x', { spec: secret }), apiVersion: 'acme.example/v1' },
    ],
  ])('nothing for %s', (_, object) => {
    expect(found(object)).toEqual([]);
  });

  test('is looked for in the namespace of the object', () => {
    const object = kubeObject('Pod', 'p', { metadata: { namespace: 'own' }, spec: secret });
    expect(found(object)).toEqual(['required Secret own/s at spec.volumes[a]']);
  });
});
