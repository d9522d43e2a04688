import { asApplied, judgeOwnership } from '../../../src/domain/helm-metadata.ts';
import type { KubeObject } from '../../../src/domain/manifest.ts';
import { kubeObject } from './kube-object.ts';

const owner = { release: 'web', namespace: 'shop' };
const marked = (release: string, namespace: string): KubeObject =>
  asApplied([kubeObject('Service', 's')], { release, namespace })[0] as KubeObject;

test('Helm marks every object, and leaves the rest of it', () => {
  const object = kubeObject('Service', 's', {
    metadata: { labels: { app: 'x' }, annotations: { note: 'y' } },
    spec: { ports: [] },
  });
  expect(asApplied([object], owner)).toEqual([
    kubeObject('Service', 's', {
      metadata: {
        labels: { app: 'x', 'app.kubernetes.io/managed-by': 'Helm' },
        annotations: {
          note: 'y',
          'meta.helm.sh/release-name': 'web',
          'meta.helm.sh/release-namespace': 'shop',
        },
      },
      spec: { ports: [] },
    }),
  ]);
});

describe('an object that is there already', () => {
  test.each<[string, KubeObject, string]>([
    ['of another release', marked('api', 'shop'), 'belongs to release api of namespace shop'],
    ['of this name elsewhere', marked('web', 'other'), 'belongs to release web of namespace other'],
    ['made by hand', kubeObject('Service', 's'), 'was not made by Helm'],
    [
      'that lost the label',
      { ...marked('web', 'shop'), metadata: { ...marked('web', 'shop').metadata, labels: {} } },
      'belongs to release web',
    ],
  ])('%s is refused, unless it is to be taken over', (_, live, whose) => {
    expect(judgeOwnership([live], owner, false)).toEqual([
      expect.objectContaining({
        outcome: 'refused',
        object: 'Service/s',
        message: expect.stringContaining(whose),
      }),
    ]);
    expect(judgeOwnership([live], owner, true)).toEqual([]);
  });

  test('of this release is good', () => {
    expect(judgeOwnership([marked('web', 'shop')], owner, false)).toEqual([]);
  });
});
