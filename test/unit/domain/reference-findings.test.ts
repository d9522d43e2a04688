import type { Hook } from '../../../src/domain/assessment.ts';
import type { Coming } from '../../../src/domain/coming-objects.ts';
import type { KubeObject } from '../../../src/domain/manifest.ts';
import {
  judgeReferences,
  type LiveReferred,
  openReferences,
} from '../../../src/domain/reference-findings.ts';
import { deployment, kubeObject } from './kube-object.ts';

const NOTHING: LiveReferred = { state: 'absent' };

function judge(
  coming: Partial<Coming>,
  live: Readonly<Record<string, LiveReferred>> = {},
): readonly string[] {
  const whole: Coming = {
    operation: 'install',
    namespace: 'shop',
    namespaceIsNew: false,
    manifest: [],
    hooks: [],
    ...coming,
  };
  const find = ({ kind, name }: { kind: string; name: string }): LiveReferred =>
    live[`${kind}/${name}`] ?? NOTHING;
  return judgeReferences(openReferences(whole), find, whole).map(
    ({ outcome, object, field, message, hint }) => {
      expect(field).toMatch(/^spec\./);
      expect(hint).not.toBe('');
      return `${outcome} ${object}: ${message}`;
    },
  );
}

const variable = (kind: 'secret' | 'configMap', name: string, key: string, name_ = 'A') => ({
  name: name_,
  valueFrom: { [`${kind}KeyRef`]: { name, key } },
});
const web = (...env: readonly object[]): KubeObject =>
  deployment('web', { containers: [{ name: 'web', env }] });
const usesDb = web(variable('secret', 'db', 'password'));
const secret = (name: string, keys: readonly string[], more: object = {}): KubeObject =>
  kubeObject('Secret', name, { data: Object.fromEntries(keys.map((key) => [key, ''])), ...more });
const custom = (apiVersion: string, kind: string, name: string, spec: object): KubeObject => ({
  apiVersion,
  kind,
  metadata: { name },
  spec,
});
const hook = (object: KubeObject, event: string, weight = 0, policy?: string): Hook => ({
  object: policy
    ? {
        ...object,
        metadata: { ...object.metadata, annotations: { 'helm.sh/hook-delete-policy': policy } },
      }
    : object,
  events: [event],
  weight,
});
const job = (name: string, container: object): KubeObject =>
  kubeObject('Job', name, { spec: { template: { spec: { containers: [container] } } } });
const migrate = job('migrate', { name: 'm', envFrom: [{ secretRef: { name: 'db' } }] });

const absentDb = 'Secret/db is neither in shop nor in the release';

describe('a reference is good when', () => {
  test.each<[string, Partial<Coming>, Readonly<Record<string, LiveReferred>>]>([
    ['the release brings it', { manifest: [secret('db', ['password']), usesDb] }, {}],
    [
      'the release brings it as text',
      { manifest: [kubeObject('Secret', 'db', { stringData: { password: 'x' } }), usesDb] },
      {},
    ],
    [
      'it is there',
      { manifest: [usesDb] },
      { 'Secret/db': { state: 'there', keys: ['password'] } },
    ],
    [
      'the release brings the object and the live one has the key',
      { manifest: [secret('db', ['user']), usesDb] },
      { 'Secret/db': { state: 'there', keys: ['password'] } },
    ],
    [
      'a controller fills what the release brings',
      {
        manifest: [
          secret('db', [], {
            metadata: {
              annotations: { 'secret-generator.v1.mittwald.de/autogenerate': 'password' },
            },
          }),
          usesDb,
        ],
      },
      {},
    ],
    [
      'the chart says that it is optional',
      {
        manifest: [
          deployment('web', {
            containers: [{ name: 'w', envFrom: [{ secretRef: { name: 'db', optional: true } }] }],
          }),
        ],
      },
      {},
    ],
    [
      'every namespace has it',
      {
        manifest: [
          deployment('web', {
            serviceAccountName: 'default',
            volumes: [{ name: 'ca', configMap: { name: 'kube-root-ca.crt' } }],
          }),
        ],
      },
      {},
    ],
    [
      'a pre-install hook leaves it',
      { manifest: [usesDb], hooks: [hook(secret('db', ['password']), 'pre-install')] },
      {},
    ],
    [
      'an earlier hook brings it for a hook',
      {
        hooks: [
          hook(secret('db', []), 'pre-install', -5, 'hook-succeeded'),
          hook(migrate, 'pre-install'),
        ],
      },
      {},
    ],
    [
      'the manifest brings it for a hook that comes after',
      { manifest: [secret('db', [])], hooks: [hook(migrate, 'post-install')] },
      {},
    ],
    ['only helm test needs it', { hooks: [hook(migrate, 'test')] }, {}],
    ['only an upgrade needs it', { hooks: [hook(migrate, 'pre-upgrade')] }, {}],
  ])('%s', (_, coming, live) => {
    expect(judge(coming, live)).toEqual([]);
  });
});

describe('a reference is refused when', () => {
  test.each<[string, Partial<Coming>, Readonly<Record<string, LiveReferred>>, string]>([
    ['nobody has it', { manifest: [usesDb] }, {}, `Deployment/web: ${absentDb}`],
    [
      'the live one lacks the key',
      { manifest: [usesDb] },
      { 'Secret/db': { state: 'there', keys: ['user'] } },
      'Deployment/web: Secret/db has no key password',
    ],
    [
      "the release's own lacks the key",
      { manifest: [secret('db', ['user']), usesDb] },
      {},
      'Deployment/web: Secret/db has no key password',
    ],
    [
      'what has the name is of another kind',
      { manifest: [kubeObject('ConfigMap', 'db', { data: { password: '' } }), usesDb] },
      {},
      `Deployment/web: ${absentDb}`,
    ],
    [
      'what has the name is in another namespace',
      { manifest: [secret('db', ['password'], { metadata: { namespace: 'other' } }), usesDb] },
      {},
      `Deployment/web: ${absentDb}`,
    ],
    [
      'a hook needs what helm applies after it',
      { manifest: [secret('db', [])], hooks: [hook(migrate, 'pre-install')] },
      {},
      `Job/migrate: ${absentDb}`,
    ],
    [
      'a hook needs what a later hook brings',
      { hooks: [hook(secret('db', []), 'pre-install', 5), hook(migrate, 'pre-install')] },
      {},
      `Job/migrate: ${absentDb}`,
    ],
    [
      'helm deletes the hook that brings it before pods start',
      {
        manifest: [usesDb],
        hooks: [
          hook(secret('db', ['password']), 'pre-install', 0, 'before-hook-creation,hook-succeeded'),
        ],
      },
      {},
      `Deployment/web: ${absentDb}`,
    ],
    [
      'only the hook of an upgrade would bring it',
      { manifest: [usesDb], hooks: [hook(secret('db', ['password']), 'pre-upgrade')] },
      {},
      `Deployment/web: ${absentDb}`,
    ],
    [
      'a custom resource speaks of another name',
      {
        manifest: [
          usesDb,
          custom('cert-manager.io/v1', 'Certificate', 'c', { secretName: 'db-tls' }),
        ],
      },
      {},
      `Deployment/web: ${absentDb}`,
    ],
  ])('%s', (_, coming, live, expected) => {
    expect(judge(coming, live)).toContain(`refused ${expected}`);
  });

  test('it is wanted for several keys: one finding', () => {
    const both = web(variable('secret', 'db', 'user'), variable('secret', 'db', 'password', 'B'));
    expect(judge({ manifest: [both] })).toEqual([
      `refused Deployment/web: ${absentDb} (needed in 2 places)`,
    ]);
  });

  test('several keys of what is there are missing: each is named', () => {
    const both = web(variable('secret', 'db', 'user'), variable('secret', 'db', 'password', 'B'));
    expect(judge({ manifest: [both] }, { 'Secret/db': { state: 'there', keys: [] } })).toEqual([
      'refused Deployment/web: Secret/db has no key user',
      'refused Deployment/web: Secret/db has no key password',
    ]);
  });

  test('many need it: one finding that says so', () => {
    const again = deployment('worker', {
      containers: [{ name: 'w', env: [variable('secret', 'db', 'password')] }],
    });
    expect(judge({ manifest: [usesDb, again] })).toEqual([
      `refused Deployment/web: ${absentDb} (needed in 2 places)`,
    ]);
  });
});

describe('a reference is a warning when somebody may make it:', () => {
  test.each<[string, Partial<Coming>]>([
    [
      'a Certificate',
      {
        manifest: [usesDb, custom('cert-manager.io/v1', 'Certificate', 'c', { secretName: 'db' })],
      },
    ],
    [
      'an ExternalSecret',
      {
        manifest: [
          usesDb,
          custom('external-secrets.io/v1', 'ExternalSecret', 'e', { target: { name: 'db' } }),
        ],
      },
    ],
    [
      'a SealedSecret',
      { manifest: [usesDb, custom('bitnami.com/v1alpha1', 'SealedSecret', 'db', {})] },
    ],
    [
      'a database cluster that names its Secrets after itself',
      {
        manifest: [
          web(variable('secret', 'pg-app', 'password')),
          custom('postgresql.cnpg.io/v1', 'Cluster', 'pg', {}),
        ],
      },
    ],
    [
      'a Job whose arguments name it, as ingress-nginx has',
      {
        manifest: [usesDb],
        hooks: [
          hook(job('certgen', { name: 'c', args: ['create', '--secret-name=db'] }), 'pre-install'),
        ],
      },
    ],
    [
      'an Ingress with a certificate',
      {
        manifest: [
          usesDb,
          kubeObject('Ingress', 'i', {
            metadata: { annotations: { 'cert-manager.io/cluster-issuer': 'le' } },
            spec: { tls: [{ secretName: 'db' }] },
          }),
        ],
      },
    ],
  ])('%s', (_, coming) => {
    expect(judge(coming)).toEqual([expect.stringMatching(/^warning Deployment\/web: Secret\//)]);
  });

  test.each<[string, Partial<Coming>]>([
    [
      'nothing runs of it now: a CronJob',
      {
        manifest: [
          kubeObject('CronJob', 'web', {
            spec: {
              jobTemplate: { spec: { template: (usesDb.spec as { template: object }).template } },
            },
          }),
        ],
      },
    ],
    [
      'nothing runs of it now: zero replicas',
      { manifest: [{ ...usesDb, spec: { ...(usesDb.spec as object), replicas: 0 } }] },
    ],
    ['the namespace is new and may be filled', { manifest: [usesDb], namespaceIsNew: true }],
  ])('or when %s', (_, coming) => {
    expect(judge(coming)).toEqual([expect.stringMatching(/^warning [A-Za-z]+\/web: Secret\/db/)]);
  });

  test('a Secret to pull with is no reason to refuse', () => {
    const pulling = deployment('web', { imagePullSecrets: [{ name: 'regcred' }] });
    expect(judge({ manifest: [pulling] })).toEqual([
      'warning Deployment/web: Secret/regcred is neither in shop nor in the release',
    ]);
  });
});

test('what could not be asked is said to be not checked, never passed', () => {
  const live = { 'Secret/db': { state: 'not-checked', why: 'secrets "db" is forbidden' } } as const;
  expect(judge({ manifest: [usesDb] }, live)).toEqual([
    'not-checked Deployment/web: whether Secret/db key password is there is not known: secrets "db" is forbidden',
  ]);
});
