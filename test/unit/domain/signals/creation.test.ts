import {
  condition,
  daemonSet,
  deployment,
  event,
  job,
  replicaSet,
  statefulSet,
  webPod,
} from '../cluster-objects.ts';
import { play } from '../play.ts';

const web = deployment('web');
const FORBIDDEN = 'pods "web-rs2-" is forbidden';
const PSS = `${FORBIDDEN}: violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false (container "web" must set securityContext.allowPrivilegeEscalation=false), unrestricted capabilities (container "web" must set securityContext.capabilities.drop=["ALL"])`;
const QUOTA = `${FORBIDDEN}: exceeded quota: q, requested: pods=1, used: pods=2, limited: pods=2`;
const UNCOUNTED = `${FORBIDDEN}: status unknown for quota: q, resources: limits.cpu,pods`;
const ACCOUNT = `${FORBIDDEN}: error looking up service account shop/missing: serviceaccount "missing" not found`;
const WEBHOOK =
  'Internal error occurred: failed calling webhook "inject.mesh.test": failed to call webhook: Post "https://inject.mesh.svc:443/?timeout=10s": dial tcp 10.96.3.4:443: connect: connection refused';
const POLICY =
  'admission webhook "validate.kyverno.svc-fail" denied the request: resource Pod/shop/web was blocked due to the following policies';
const RANGE = `${FORBIDDEN}: maximum memory usage per Container is 1Gi, but limit is 2Gi`;

const refusing = (message: string) =>
  replicaSet('web', 2, [condition('ReplicaFailure', 'True', 'FailedCreate', message)]);

describe('pods that are not made', () => {
  test.each([
    ['Pod Security', PSS, 'denied-by-policy', 1, 'must set securityContext.capabilities'],
    ['a policy', POLICY, 'denied-by-policy', 1, 'validate.kyverno.svc-fail'],
    ['a missing ServiceAccount', ACCOUNT, 'missing-config', 1, 'Create the ServiceAccount missing'],
    ['a quota', QUOTA, 'quota-exceeded', 16, 'ResourceQuota q of namespace shop'],
    ['a LimitRange', RANGE, 'denied-by-policy', 16, 'describe ReplicaSet/web-rs2'],
    ['a webhook that stays down', WEBHOOK, 'webhook-down', 121, 'inject.mesh.test'],
  ])('%s', (_, message, code, seconds, hint) => {
    const played = play({ manifest: [web], until: 130 }, [[1, [web, refusing(message)]]]);
    expect({ code: played.verdict?.code, seconds: played.seconds }).toEqual({ code, seconds });
    expect(played.verdict).toMatchObject({
      workload: 'Deployment/web',
      object: 'ReplicaSet/web-rs2',
      message,
      hint: expect.stringContaining(hint),
    });
  });

  test.each([
    ['StatefulSet', statefulSet('web')],
    ['DaemonSet', daemonSet('web')],
  ])('a %s says it only by events', (kind, object) => {
    const refused = event(object, 'FailedCreate', PSS, { count: 9 });
    expect(play({ manifest: [object] }, [[1, [object, refused]]])).toMatchObject({
      verdict: { code: 'denied-by-policy', workload: `${kind}/web`, object: `${kind}/web` },
    });
  });

  test('the Job of a hook, too', () => {
    const hook = job('migrate');
    const refused = event(hook, 'FailedCreate', ACCOUNT);
    expect(play({ manifest: [], hooks: [hook] }, [[1, [hook, refused]]]).verdict).toMatchObject({
      code: 'missing-config',
      workload: 'Job/migrate',
    });
  });

  test('without ReplicaSets in sight the Deployment tells', () => {
    const told = deployment('web', {
      status: { conditions: [condition('ReplicaFailure', 'True', 'FailedCreate', PSS)] },
    });
    expect(play({ manifest: [web] }, [[1, [told]]]).verdict?.code).toBe('denied-by-policy');
  });

  test('a Deployment whose ReplicaSet cannot be made', () => {
    const message =
      'replicasets.apps "web-7d" is forbidden: exceeded quota: q, requested: count/replicasets.apps=1';
    const refused = deployment('web', {
      status: { conditions: [condition('Progressing', 'False', 'ReplicaSetCreateError', message)] },
    });
    expect(play({ manifest: [web], until: 30 }, [[1, [refused]]])).toMatchObject({
      verdict: { code: 'quota-exceeded', object: 'Deployment/web', message },
      seconds: 16,
    });
  });

  test('a quota that pods on their way out will free is waited for', () => {
    const ending = webPod('web-old', { deleting: true });
    const played = play({ manifest: [web], until: 60 }, [
      [1, [web, refusing(QUOTA), ending]],
      [36, [replicaSet('web', 2), webPod('web-a', { ready: 40 })], [ending]],
    ]);
    expect(played.verdict).toBeUndefined();
  });

  test('a quota that has just been made, and is not counted yet, is waited for', () => {
    const played = play({ manifest: [web], until: 60 }, [
      [1, [web, refusing(UNCOUNTED)]],
      [36, [replicaSet('web', 2), webPod('web-a', { ready: 40 })]],
    ]);
    expect(played.verdict).toBeUndefined();
  });

  test('a quota that nobody counts ends it', () => {
    const played = play({ manifest: [web], until: 130 }, [[1, [web, refusing(UNCOUNTED)]]]);
    expect(played).toMatchObject({
      verdict: { code: 'quota-exceeded', hint: expect.stringContaining('describe quota q`') },
      seconds: 121,
    });
  });

  test('helm itself met such a quota', () => {
    const said = `INSTALLATION FAILED: configmaps "web" is forbidden: status unknown for quota: q, resources: count/configmaps`;
    expect(play({ manifest: [web] }, [[1, [web]]]).explain(said)).toMatchObject({
      code: 'quota-exceeded',
      hint: expect.stringContaining('describe quota q`'),
    });
  });

  test('a refusal of the earlier revision says nothing about this one', () => {
    const old = replicaSet('web', 1, [condition('ReplicaFailure', 'True', 'FailedCreate', PSS)]);
    const played = play({ manifest: [web], until: 60 }, [[1, [web, old, replicaSet('web', 2)]]]);
    expect(played.verdict).toBeUndefined();
  });
});
