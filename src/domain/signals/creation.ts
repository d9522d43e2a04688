import { needOf } from './needs.ts';
import { type Found, HOLD, type Row } from './row.ts';

/** An object whose controller was refused when it made pods: ReplicaSet, StatefulSet, DaemonSet, Job. */
export interface CreationSubject {
  readonly namespace: string;
  readonly workload: string;
  /** `ReplicaSet/web-7d`: `kubectl describe` shows the refusals there. */
  readonly object: string;
  readonly message: string;
  /** Pods of the namespace are ending, and free their quota then. */
  readonly podsAreEnding: boolean;
}

const TWO_MINUTES = { least: 120_000 };

const refused =
  (pattern: RegExp) =>
  ({ message }: CreationSubject): Found | undefined =>
    pattern.test(message) ? { message } : undefined;

const describe = ({ namespace, object }: CreationSubject): string =>
  `\`kubectl -n ${namespace} describe ${object}\``;

const quotaIn = (message: string): string => /quota: ([^,:]+)/.exec(message)?.[1] ?? '';

/** Why pods are not made at all; the first row that fits names the cause. */
export const CREATION_ROWS: readonly Row<CreationSubject>[] = [
  {
    name: 'webhook-down',
    code: 'webhook-down',
    class: 'slow',
    bound: TWO_MINUTES,
    find: refused(/failed (calling|to call) webhook/),
    hint: (_, message) =>
      `The admission webhook ${/webhook "([^"]+)"/.exec(message)?.[1] ?? ''} does not answer, so nothing it guards can be made: are its pods up? \`kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations\``,
  },
  {
    name: 'server-error',
    code: 'webhook-down',
    class: 'slow',
    bound: TWO_MINUTES,
    find: refused(
      /Internal error occurred|context deadline exceeded|currently unable to handle|timed out|i\/o timeout|connection refused/,
    ),
    hint: describe,
  },
  {
    name: 'quota-frees-itself',
    code: 'quota-exceeded',
    class: 'slow',
    bound: TWO_MINUTES,
    find: (subject) => (subject.podsAreEnding ? refused(/exceeded quota/)(subject) : undefined),
    hint: ({ namespace }) =>
      `Pods that are ending still count. \`kubectl -n ${namespace} describe quota\``,
  },
  {
    name: 'quota-not-counted',
    code: 'quota-exceeded',
    class: 'slow',
    bound: TWO_MINUTES,
    find: refused(/status unknown for quota/),
    hint: ({ namespace }, message) =>
      `ResourceQuota ${quotaIn(message)} of namespace ${namespace} has just been made, and nobody has counted yet what is used of it: that passes in a moment (was helm itself refused? Deploy again). If it stays, the quota names a kind that the cluster does not know. \`kubectl -n ${namespace} describe quota ${quotaIn(message)}\``,
  },
  {
    name: 'quota-exceeded',
    code: 'quota-exceeded',
    class: 'held',
    bound: HOLD,
    find: refused(/exceeded quota|failed quota/),
    hint: ({ namespace }, message) => {
      const quota = quotaIn(message);
      return `Raise ResourceQuota ${quota} of namespace ${namespace}, lower the requests or replicas, or let old pods go first (maxUnavailable 1, maxSurge 0). \`kubectl -n ${namespace} describe quota ${quota}\``;
    },
  },
  {
    name: 'violates-pod-security',
    code: 'denied-by-policy',
    class: 'fatal',
    find: refused(/violates PodSecurity/),
    hint: ({ namespace, workload }, message) =>
      `Set in the pod template of ${workload} what the policy asks for (${wanted(message)}), or change the label pod-security.kubernetes.io/enforce of namespace ${namespace}.`,
  },
  {
    name: 'service-account-absent',
    code: 'missing-config',
    class: 'fatal',
    find: refused(/service ?account .*not found/i),
    needs: (_, message) => needOf(message),
    hint: ({ namespace, workload }, message) =>
      `Create the ServiceAccount ${needOf(message)?.name ?? ''} in namespace ${namespace}, or correct serviceAccountName of ${workload}.`,
  },
  {
    name: 'denied-by-webhook',
    code: 'denied-by-policy',
    class: 'fatal',
    find: refused(/denied (the )?request/),
    hint: ({ workload }, message) =>
      `A policy (${/webhook "([^"]+)"/.exec(message)?.[1] ?? /'([^']+)'/.exec(message)?.[1] ?? 'admission'}) refuses the pods of ${workload}; its message says what it asks for.`,
  },
  {
    name: 'name-taken',
    code: 'timeout',
    class: 'slow',
    find: refused(/already exists|object is being deleted|has been modified|request timed out/),
    hint: (subject) => `It is tried again by itself. ${describe(subject)}`,
  },
  {
    name: 'pods-refused',
    code: 'denied-by-policy',
    class: 'held',
    bound: HOLD,
    find: refused(/^/),
    hint: (subject) =>
      `The cluster refuses the pods of ${subject.workload}; the message says why. ${describe(subject)}`,
  },
];

/** What helm's own objects run into when they are applied; the same words, from the same admission. */
export function refusalIn(said: string, namespace: string): Row<CreationSubject> | undefined {
  const sure = [
    'webhook-down',
    'quota-not-counted',
    'quota-exceeded',
    'violates-pod-security',
    'denied-by-webhook',
  ];
  const subject = { namespace, workload: '', object: '', message: said, podsAreEnding: false };
  return CREATION_ROWS.find((row) => sure.includes(row.name) && row.find(subject));
}

/** The parts in brackets are fields to set: `(container "web" must set …=false)`. */
const wanted = (message: string): string =>
  [...message.matchAll(/\(([^()]*must[^()]*)\)/g)].map(([, field]) => field).join('; ') ||
  'see the message';
