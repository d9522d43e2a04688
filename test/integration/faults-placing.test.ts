// Needs the sandbox. Pods that the cluster does not let in, or has no place for.
import { eventually } from '../support/eventually.ts';
import { type FaultCase, proveFault } from '../support/fault-case.ts';
import { type ChartObject, RELEASE, web, withVolume } from '../support/fault-chart.ts';
import { type FaultSite, faultSites } from '../support/fault-site.ts';
import { makeInjector } from '../support/injector.ts';

const sites = faultSites('faults-placing');
const soon = { 'unschedulable-after': '15s' };

const claim: ChartObject = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: `${RELEASE}-data` },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
};

const cases: readonly FaultCase[] = [
  {
    name: 'more cpu than any node has',
    bad: web({ container: { resources: { requests: { cpu: '1000' } } } }),
    inputs: soon,
    code: 'unschedulable',
    container: '',
    message: /Insufficient cpu/,
    hint: /cpu|request|node/i,
    within: 20,
  },
  {
    name: 'a node selector that fits no node',
    bad: web({ pod: { nodeSelector: { disk: 'ssd' } } }),
    inputs: soon,
    code: 'unschedulable',
    container: '',
    message: /didn't match Pod's node affinity\/selector/,
    hint: /selector|affinity|label/i,
    within: 20,
  },
  {
    name: 'a volume claim that nothing provides',
    bad: [...web(withVolume({ persistentVolumeClaim: { claimName: `${RELEASE}-data` } })), claim],
    inputs: soon,
    code: 'volume-unbound',
    container: '',
    message: /unbound immediate PersistentVolumeClaims|no persistent volumes available/,
    hint: /storage class|StorageClass|volume/i,
    within: 20,
  },
  {
    name: 'a missing ServiceAccount',
    bad: web({ pod: { serviceAccountName: 'nobody' } }),
    code: 'missing-config',
    object: 'RELEASE',
    container: '',
    message: /service ?account .*nobody.* not found/i,
    hint: /ServiceAccount/i,
    within: 5,
  },
];

interface Quota {
  readonly status?: { readonly used?: { readonly pods?: string } };
}

/** Broken by what their namespace has: each gets one of its own. */
const alone: readonly FaultCase[] = [
  {
    name: 'a pod that Pod Security denies',
    before: async ({ namespace, sandbox }) => {
      const label = 'pod-security.kubernetes.io/enforce=baseline';
      await sandbox.run(['kubectl', 'label', 'namespace', namespace.name, label]);
    },
    bad: web({ container: { securityContext: { privileged: true } } }),
    code: 'denied-by-policy',
    object: 'RELEASE',
    container: '',
    message: /violates PodSecurity "baseline:latest": privileged/,
    hint: /Pod Security|securityContext|policy/i,
    within: 5,
  },
  {
    name: 'a quota that is used up',
    before: async ({ namespace }) => {
      await namespace.kubectl('create', 'quota', 'small', '--hard=pods=1');
      // Until it has been counted, pods are refused for another reason.
      await eventually(async () => {
        const { status } = await namespace.get<Quota>('quota', 'small');
        return status?.used?.pods === '1' || undefined;
      });
    },
    bad: web(),
    code: 'quota-exceeded',
    object: 'RELEASE',
    container: '',
    message: /exceeded quota: small, requested: pods=1, used: pods=1, limited: pods=1/,
    hint: /quota/i,
    evidence: /"small"/,
    within: 20,
  },
];

test.concurrent.each(cases)('$name', (fault) => proveFault(sites.shared(), fault), 400_000);

test.concurrent.each(alone)(
  '$name',
  async (fault) => proveFault(await sites.another(), fault),
  400_000,
);

const down: FaultCase = {
  name: 'an admission webhook that stays down',
  bad: web(),
  inputs: { timeout: '45s' },
  code: 'webhook-down',
  object: 'RELEASE',
  container: '',
  message: /failed calling webhook "inject\.mesh\.test"/,
  hint: /webhook/i,
  within: 50,
};

test.concurrent(down.name, async () => {
  const site = await sites.another();
  const injector: { remove?: () => Promise<void> } = {};
  const before = async (here: FaultSite): Promise<void> => {
    Object.assign(injector, await makeInjector(here));
  };
  await proveFault(site, { ...down, before }).finally(() => injector.remove?.());
}, 400_000);
