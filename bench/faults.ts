import { type ChartObject, fromSecret, shell, web } from '../test/support/fault-chart.ts';
import type { TestNamespace } from '../test/support/namespace.ts';
import type { TestSandbox } from '../test/support/sandbox.ts';

/** A change of a release that serves, which cannot roll out, and by when its cause must be printed. */
export interface Fault {
  readonly name: string;
  readonly bad: (sandbox: TestSandbox) => readonly ChartObject[];
  /** What makes it fail, done while the good version serves. */
  readonly before?: (namespace: TestNamespace) => Promise<unknown>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly code: string;
  /** Goal of the design, from the start of the step. */
  readonly seconds: number;
  /** To be found before helm starts, by the checks, which say this; the watch is measured without. */
  readonly early?: RegExp;
}

const image = (reference: string): readonly ChartObject[] =>
  web({ container: { image: reference } });
const script = (text: string): readonly ChartObject[] =>
  web({ container: { command: shell(text) } });

/** By the time they may take; the integration tests have many more, without a clock. */
export const FAULTS: readonly Fault[] = [
  {
    name: 'denied by policy',
    ...{ code: 'denied-by-policy', seconds: 2, early: /violates PodSecurity/ },
    before: ({ name, kubectl }) =>
      kubectl('label', 'namespace', name, 'pod-security.kubernetes.io/enforce=baseline'),
    bad: () => web({ container: { securityContext: { privileged: true } } }),
  },
  {
    name: 'quota used up',
    ...{ code: 'quota-exceeded', seconds: 2, early: /exceeded quota: small/ },
    // One pod of helm's release and one of ours.
    before: ({ kubectl }) => kubectl('create', 'quota', 'small', '--hard=pods=2'),
    bad: () => web(),
  },
  {
    name: 'missing Secret',
    ...{ code: 'missing-config', seconds: 2, early: /nowhere/ },
    bad: () => web({ container: fromSecret('nowhere', 'password') }),
  },
  {
    name: 'missing ServiceAccount',
    ...{ code: 'missing-config', seconds: 2, early: /nobody/ },
    bad: () => web({ pod: { serviceAccountName: 'nobody' } }),
  },
  {
    name: 'image not in the registry',
    ...{ code: 'image-not-found', seconds: 2, early: /app\/web:nope/ },
    bad: ({ world }) => image(`${world.registry}/app/web:nope`),
  },
  {
    name: 'field that another tool took over',
    ...{ code: 'helm-failed', seconds: 2, early: /conflict/i },
    before: ({ kubectl }) => kubectl('scale', 'deployment', 'ours', 'bare', '--replicas=2'),
    bad: () => web({ spec: { replicas: 3 } }),
  },
  {
    name: 'wrong tag',
    ...{ code: 'image-not-found', seconds: 5 },
    bad: ({ world }) => image(`${world.registry}/app/web:nope`),
  },
  {
    name: 'bad image name',
    ...{ code: 'image-not-found', seconds: 5 },
    bad: () => image('docker.io/App/Web:v2'),
  },
  {
    name: 'bad command',
    ...{ code: 'bad-command', seconds: 5 },
    bad: () => web({ container: { command: ['/nope'] } }),
  },
  {
    name: 'out of memory',
    ...{ code: 'out-of-memory', seconds: 10 },
    bad: () =>
      web({
        container: {
          // tail keeps what it reads until a line ends, and /dev/zero has none.
          command: shell('tail /dev/zero'),
          resources: { limits: { memory: '16Mi' } },
        },
      }),
  },
  {
    name: 'exit 0',
    ...{ code: 'exited', seconds: 10 },
    bad: () => script('echo all done'),
  },
  {
    name: 'crash loop',
    ...{ code: 'crash-loop', seconds: 25 },
    bad: () => script('echo no database; exit 1'),
  },
  {
    name: 'liveness probe kills',
    ...{ code: 'liveness-killed', seconds: 25 },
    bad: () =>
      web({
        container: {
          livenessProbe: {
            httpGet: { path: '/none', port: 8080 },
            periodSeconds: 2,
            failureThreshold: 2,
          },
        },
      }),
  },
  {
    name: 'unschedulable, `unschedulable-after: 15s`',
    ...{ code: 'unschedulable', seconds: 17, inputs: { 'unschedulable-after': '15s' } },
    bad: () => web({ pod: { nodeSelector: { disk: 'ssd' } } }),
  },
  {
    name: 'registry unreachable',
    ...{ code: 'registry-unreachable', seconds: 55 },
    bad: () => image('127.0.0.1:1/app/web:v2'),
  },
];
