import type { KubeObject } from '../../../src/domain/manifest.ts';
import { type Located, rightsNeeded, type Undertaking } from '../../../src/domain/rights-needed.ts';
import { kubeObject } from './kube-object.ts';

const located = (
  object: KubeObject,
  plural: string,
  live: boolean | undefined,
  namespaced = true,
): Located => ({ object, plural, namespaced, live });

const deployment = kubeObject('Deployment', 'web');
const role = { ...kubeObject('ClusterRole', 'r'), apiVersion: 'rbac.authorization.k8s.io/v1' };
const hook = (policy?: string) => {
  const object = kubeObject('Job', 'migrate', {
    metadata: policy ? { annotations: { 'helm.sh/hook-delete-policy': policy } } : {},
  });
  return { object, events: ['pre-upgrade'], weight: 0 };
};

function needed(undertaking: Partial<Undertaking>): readonly string[] {
  const all = rightsNeeded({
    namespace: 'shop',
    serverSide: false,
    prunes: false,
    applied: [],
    removed: [],
    hooks: [],
    ...undertaking,
  });
  return all
    .filter(({ object }) => object !== 'Helm’s record')
    .map(({ verb, group, resource, namespace, name }) =>
      [verb, `${resource}${group && `.${group}`}`, name, namespace && `in ${namespace}`]
        .filter(Boolean)
        .join(' '),
    );
}

test.each([
  [false, ['get', 'list', 'create', 'update']],
  [true, ['get', 'list', 'create', 'update', 'delete']],
])('helm keeps its record in Secrets; the history is full: %s', (prunes, verbs) => {
  const nothing = { serverSide: true, applied: [], removed: [], hooks: [] };
  const all = rightsNeeded({ namespace: 'shop', prunes, ...nothing });
  expect(
    all.map(({ verb, resource, namespace, name }) => [verb, resource, namespace, name]),
  ).toEqual(verbs.map((verb) => [verb, 'secrets', 'shop', '']));
});

describe('helm needs', () => {
  const list = 'list replicasets.apps in shop';
  test.each<[string, Partial<Undertaking>, string[]]>([
    [
      'create without a name for what is new',
      { applied: [located(deployment, 'deployments', false)] },
      ['get deployments.apps web in shop', 'create deployments.apps in shop', list],
    ],
    [
      'patch by name for what is there',
      { applied: [located(deployment, 'deployments', true)] },
      ['get deployments.apps web in shop', 'patch deployments.apps web in shop', list],
    ],
    [
      'only to look where nobody knows what is there',
      { applied: [located(deployment, 'deployments', undefined)] },
      ['get deployments.apps web in shop', list],
    ],
    [
      'no namespace for a kind without',
      { applied: [located(role, 'clusterroles', true, false)] },
      [
        'get clusterroles.rbac.authorization.k8s.io r',
        'patch clusterroles.rbac.authorization.k8s.io r',
      ],
    ],
    [
      "the object's own namespace",
      {
        applied: [
          located(
            kubeObject('ConfigMap', 'c', { metadata: { namespace: 'other' } }),
            'configmaps',
            true,
          ),
        ],
      },
      ['get configmaps c in other', 'patch configmaps c in other'],
    ],
    [
      'delete for what goes',
      { removed: [located(kubeObject('Service', 's'), 'services', true)] },
      ['get services s in shop', 'delete services s in shop'],
    ],
    [
      'to make a hook Job anew and to see its end',
      { hooks: [{ ...located(hook().object, 'jobs', false), hook: hook() }] },
      [
        'get jobs.batch migrate in shop',
        'create jobs.batch in shop',
        'delete jobs.batch migrate in shop',
        'list jobs.batch migrate in shop',
        'watch jobs.batch migrate in shop',
      ],
    ],
    [
      'create and patch, where helm applies on the server',
      { serverSide: true, applied: [located(kubeObject('Service', 's'), 'services', false)] },
      ['get services s in shop', 'create services in shop', 'patch services s in shop'],
    ],
    [
      'no delete for a hook that goes only when it fails',
      {
        hooks: [
          {
            ...located(kubeObject('ConfigMap', 'h'), 'configmaps', true),
            hook: {
              ...hook(),
              object: kubeObject('ConfigMap', 'h', {
                metadata: { annotations: { 'helm.sh/hook-delete-policy': 'hook-failed' } },
              }),
            },
          },
        ],
      },
      ['get configmaps h in shop', 'create configmaps in shop'],
    ],
  ])('%s', (_, undertaking, expected) => {
    expect(needed(undertaking)).toEqual(expected);
  });

  test('each right once, named after the first that needs it', () => {
    const applied = ['a', 'b'].map((name) =>
      located(kubeObject('Service', name), 'services', false),
    );
    const create = rightsNeeded({
      namespace: 'shop',
      serverSide: false,
      prunes: false,
      applied,
      removed: [],
      hooks: [],
    }).filter(({ verb, resource }) => verb === 'create' && resource === 'services');
    expect(create.map(({ object }) => object)).toEqual(['Service/a']);
  });
});
