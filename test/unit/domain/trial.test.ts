import type { CheckFinding } from '../../../src/domain/check-finding.ts';
import type { Coming } from '../../../src/domain/coming-objects.ts';
import type { Finding, FindingKind } from '../../../src/domain/dry-run-finding.ts';
import { foldNotChecked } from '../../../src/domain/fold-not-checked.ts';
import { asFreshHook } from '../../../src/domain/fresh-hook.ts';
import type { KubeObject } from '../../../src/domain/manifest.ts';
import {
  asHelmMeets,
  judgeDryRun,
  judgePods,
  makesRoom,
} from '../../../src/domain/trial-findings.ts';
import { trialPodOf } from '../../../src/domain/trial-pod.ts';
import { deployment, kubeObject } from './kube-object.ts';

const coming = (manifest: readonly KubeObject[] = [], namespaceIsNew = false): Coming => ({
  ...{ operation: 'install', namespace: 'shop', namespaceIsNew },
  ...{ manifest, hooks: [] },
});
const finding = (
  kind: FindingKind,
  message = 'said',
  object: KubeObject = kubeObject('Service', 's'),
): Finding => ({ kind, object, field: '', manager: '', message });
const outcomes = (findings: readonly CheckFinding[]): readonly string[] =>
  findings.map(({ outcome, hint }) => {
    expect(hint).not.toBe('');
    return outcome;
  });

const apply = { serverSide: true, forceConflicts: false };

describe('what a dry run finds is', () => {
  test.each<[FindingKind, string]>([
    ['conflict', 'refused'],
    ['immutable', 'refused'],
    ['invalid', 'refused'],
    ['denied', 'refused'],
    ['quota', 'refused'],
    ['unserved', 'refused'],
    ['no-namespace', 'refused'],
    ['webhook-down', 'warning'],
    ['not-checked', 'not-checked'],
  ])('%s: %s', (kind, expected) => {
    expect(outcomes(judgeDryRun([finding(kind)], coming(), apply))).toEqual([expected]);
  });

  test('a warning where conflicts are forced, all else stays', () => {
    const found = [finding('conflict'), finding('immutable')];
    const forced = { ...apply, forceConflicts: true };
    expect(outcomes(judgeDryRun(found, coming(), forced))).toEqual(['warning', 'refused']);
  });

  test('a warning where helm merges on its own machine, and nothing of kinds it leaves alone', () => {
    const merged = { ...apply, serverSide: false };
    const custom = { ...kubeObject('Rollout', 'r'), apiVersion: 'argoproj.io/v1alpha1' };
    const found = [
      { ...finding('conflict'), field: 'spec.replicas', manager: 'autoscaler (scale)' },
      finding('conflict', 'said', custom),
      finding('immutable'),
    ];
    const judged = judgeDryRun(asHelmMeets(found, merged), coming(), merged);
    expect(outcomes(judged)).toEqual(['warning', 'refused']);
    expect(judged[0]?.hint).toMatch(/autoscaler \(scale\) loses the field.*leave replicas out/);
  });

  const binding = kubeObject('RoleBinding', 'own', { roleRef: { kind: 'Role', name: 'own' } });
  const inOther = kubeObject('Service', 's', { metadata: { namespace: 'other' } });
  test.each<[string, Finding, Coming, string]>([
    [
      'a namespace that comes along',
      finding('no-namespace', '', inOther),
      coming([kubeObject('Namespace', 'other')]),
      'not-checked',
    ],
    ['the namespace that is new', finding('no-namespace'), coming([], true), 'not-checked'],
    ['another namespace', finding('no-namespace', '', inOther), coming([], true), 'refused'],
    [
      'a role that comes along',
      finding('unserved', '', binding),
      coming([kubeObject('Role', 'own')]),
      'not-checked',
    ],
    [
      'a role of another kind',
      finding('unserved', '', binding),
      coming([kubeObject('ClusterRole', 'own')]),
      'refused',
    ],
  ])('not known before for %s', (_, found, whole, expected) => {
    expect(outcomes(judgeDryRun([found], whole, apply))).toEqual([expected]);
  });

  const excluded = finding('invalid', 'x.rollingUpdate: Forbidden: may not be specified when y');
  test.each<[boolean, number]>([
    [true, 2],
    [false, 1],
  ])('met by helm on the server: %s', (serverSide, count) => {
    const both = [excluded, finding('invalid')];
    expect(asHelmMeets(both, { ...apply, serverSide })).toHaveLength(count);
  });
});

describe('what a dry run of a pod finds is', () => {
  const full = finding('quota', 'exceeded quota: small');
  const lacking = finding('quota', 'failed quota: small: must specify limits.memory');
  test.each<[string, Finding, boolean, boolean, string[]]>([
    ['a denial', finding('denied'), true, true, ['refused']],
    ['a denial of what starts later', finding('denied'), false, false, ['warning']],
    ['a full quota', full, true, false, ['refused']],
    ['a full quota where old pods go first', full, true, true, ['warning']],
    ['a quota that wants limits, whatever goes first', lacking, true, true, ['refused']],
    ['no right to ask', finding('not-checked'), true, false, ['not-checked']],
    ['a webhook that is down', finding('webhook-down'), true, false, ['warning']],
    [
      'a missing ServiceAccount: another check tells that',
      finding('denied', 'error looking up service account shop/x: serviceaccount "x" not found'),
      true,
      false,
      [],
    ],
  ])('%s', (_, found, starts, room, expected) => {
    const told = judgePods([found], 'spec.template.spec', { starts, makesRoom: room }, coming());
    expect(outcomes(told)).toEqual(expected);
  });

  test.each([
    ['spec.template.spec', 'spec.template.spec.containers[0].image'],
    ['spec', 'spec.containers[0].image'],
  ])('told by its path from %s', (field, expected) => {
    const found = { ...finding('invalid'), field: 'spec.containers[0].image' };
    const context = { starts: true, makesRoom: false };
    expect(judgePods([found], field, context, coming())[0]?.field).toBe(expected);
  });

  const rolling = (replicas: number, strategy?: object): KubeObject =>
    kubeObject('Deployment', 'web', { spec: { replicas, ...(strategy && { strategy }) } });
  const unavailable = (maxUnavailable: number | string) => ({ rollingUpdate: { maxUnavailable } });
  test.each<[string, KubeObject, boolean]>([
    ['one replica', rolling(1), false],
    ['four replicas: one may be missing', rolling(4), true],
    ['none may be missing', rolling(4, unavailable(0)), false],
    ['one may be missing', rolling(1, unavailable(1)), true],
    ['a share that is less than one', rolling(3, unavailable('30%')), false],
    ['Recreate', rolling(1, { type: 'Recreate' }), true],
    ['a StatefulSet', kubeObject('StatefulSet', 's'), true],
  ])('milder where old pods go first: %s', (_, object, expected) => {
    expect(makesRoom(object)).toBe(expected);
  });
});

describe('the pod that is tried out', () => {
  test('is none for what has no template', () => {
    expect(trialPodOf(kubeObject('Service', 's'), coming())).toBeUndefined();
  });

  test('has the labels and annotations of the template and a name of its own', () => {
    const web = kubeObject('Deployment', 'web', {
      spec: {
        template: {
          metadata: { labels: { app: 'x' }, annotations: { a: 'b' } },
          spec: { containers: [{ name: 'c' }], serviceAccountName: 'robot' },
        },
      },
    });
    expect(trialPodOf(web, coming())?.pod).toEqual({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        ...{ labels: { app: 'x' }, annotations: { a: 'b' } },
        ...{ namespace: 'shop', generateName: 'web-' },
      },
      spec: { containers: [{ name: 'c' }], serviceAccountName: 'robot' },
    });
  });

  test('goes without what comes with the release', () => {
    const names = { serviceAccountName: 'own', priorityClassName: 'own', runtimeClassName: 'own' };
    const manifest = ['ServiceAccount', 'PriorityClass', 'RuntimeClass'].map((kind) =>
      kubeObject(kind, 'own'),
    );
    const web = deployment('web', { containers: [{ name: 'c' }], ...names });
    expect(trialPodOf(web, coming())?.pod.spec).toEqual({ containers: [{ name: 'c' }], ...names });
    expect(trialPodOf(web, coming(manifest))?.pod.spec).toEqual({ containers: [{ name: 'c' }] });
  });

  test('of a StatefulSet has a volume for each claim', () => {
    const set = kubeObject('StatefulSet', 'db', {
      spec: {
        template: { spec: { containers: [], volumes: [{ name: 'a', emptyDir: {} }] } },
        volumeClaimTemplates: [{ metadata: { name: 'data' } }],
      },
    });
    expect(trialPodOf(set, coming())?.pod.spec).toMatchObject({
      volumes: [{ name: 'a' }, { name: 'data', emptyDir: {} }],
    });
  });
});

describe('a hook is tried out', () => {
  const hook = (name: string, policy?: string) => ({
    object: kubeObject('Job', name, {
      metadata: policy ? { annotations: { 'helm.sh/hook-delete-policy': policy } } : {},
    }),
    events: ['pre-install'],
    weight: 0,
  });
  test.each([
    ['under another name, as helm makes it anew', hook('migrate'), 'migrate-dry-run'],
    ['also where its policy says so', hook('m', 'before-hook-creation,hook-failed'), 'm-dry-run'],
    ['under its own where helm would meet the old one', hook('m', 'hook-succeeded'), 'm'],
    ['under a name that is not too long', hook('x'.repeat(63)), `${'x'.repeat(55)}-dry-run`],
  ])('%s', (_, given, expected) => {
    expect(asFreshHook(given).metadata.name).toBe(expected);
  });
});

describe('what was not checked', () => {
  const open = (object: string, message: string): CheckFinding => ({
    ...{ check: 'dry-run', outcome: 'not-checked', object, field: '', message, hint: 'h' },
  });
  const forbidden = (name: string): CheckFinding =>
    open(`Secret/${name}`, `secrets "${name}" is forbidden: User "x" cannot patch`);

  test('for one reason is told once, with how many it is', () => {
    expect(foldNotChecked([forbidden('a'), forbidden('b'), forbidden('c')])).toEqual([
      { ...forbidden('a'), message: `${forbidden('a').message} (the same for 2 more)` },
    ]);
  });

  test('for several reasons is told for each', () => {
    const both = [forbidden('a'), open('Widget/w', 'its definition comes with the release')];
    expect(foldNotChecked(both)).toEqual(both);
  });

  test('is never folded with what was refused', () => {
    const refused = { ...forbidden('a'), outcome: 'refused' as const };
    expect(foldNotChecked([refused, refused, forbidden('b')])).toHaveLength(3);
  });
});
