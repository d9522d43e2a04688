import type { KubeObject } from '../../../src/domain/manifest.ts';
import { hookState, isOpenHook } from '../../../src/domain/open-hook.ts';

const job = (hook: string | undefined, more: Partial<KubeObject> = {}): KubeObject => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  ...more,
  metadata: {
    name: 'migrate',
    annotations: hook ? { 'helm.sh/hook': hook } : {},
    ...more.metadata,
  },
});
const condition = (type: string, status = 'True') => ({
  status: { conditions: [{ type, status }] },
});

const hookPod = (status: object): KubeObject => ({
  ...job('post-upgrade', { status }),
  apiVersion: 'v1',
  kind: 'Pod',
});

test.each([
  ['a hook before an upgrade', job('pre-install,pre-upgrade'), true],
  ['written with spaces', job('post-rollback, test'), true],
  ['no hook', job(undefined), false],
  ['a test', job('test'), false],
  ['a hook of an uninstall, which no deploy deletes', job('pre-delete'), false],
  ['complete', job('pre-upgrade', condition('Complete')), false],
  ['failed', job('pre-upgrade', condition('Failed')), false],
  ['a condition that is not true', job('pre-upgrade', condition('Failed', 'False')), true],
  ['suspended', job('pre-upgrade', { spec: { suspend: true } }), false],
  ['being deleted', job('pre-upgrade', { metadata: { name: 'm', deletionTimestamp: 'x' } }), false],
  ['a Pod', hookPod({ phase: 'Running' }), true],
  ['a Pod that was just made', hookPod({}), true],
  ['a Pod that ended well', hookPod({ phase: 'Succeeded' }), false],
  ['a Pod that failed', hookPod({ phase: 'Failed' }), false],
])('isOpenHook: %s', (_, object, open) => {
  expect(isOpenHook(object)).toBe(open);
});

const pod = (status: object): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'p' },
  status,
});
const waiting = (reason?: string) => ({
  phase: 'Pending',
  containerStatuses: [{ state: { waiting: reason ? { reason } : {} } }],
});
const running = { phase: 'Running', containerStatuses: [{ state: { running: {} } }] };
const ended = { phase: 'Failed', containerStatuses: [{ state: { terminated: {} } }] };
const initRuns = {
  ...waiting('PodInitializing'),
  initContainerStatuses: [{ state: { running: {} } }],
};
const unschedulable = {
  phase: 'Pending',
  conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable' }],
};

test.each([
  ['a container runs', [running], 'running'],
  ['an init container runs', [initRuns], 'running'],
  ['one try failed, the next runs', [ended, running], 'running'],
  ['no pod yet', [], 'starting'],
  ['a pod that was just made', [pod({ phase: 'Pending' }).status as object], 'starting'],
  ['it pulls its image', [waiting('ContainerCreating')], 'starting'],
  ['its image is missing', [waiting('ImagePullBackOff')], 'stuck'],
  ['it crashes again and again', [waiting('CrashLoopBackOff')], 'stuck'],
  ['its Secret is missing', [waiting('CreateContainerConfigError')], 'stuck'],
  ['no node takes it', [unschedulable], 'stuck'],
  ['a try has ended, the Job has not', [ended, ended], 'starting'],
  ['a try has ended, the next cannot start', [ended, waiting('ImagePullBackOff')], 'starting'],
])('hookState: %s', (_, statuses, state) => {
  expect(hookState(job('pre-upgrade'), statuses.map(pod))).toBe(state);
});

test('hookState of a Pod is its own', () => {
  expect(hookState(hookPod(running), undefined)).toBe('running');
  expect(hookState(hookPod(waiting('ImagePullBackOff')), [])).toBe('stuck');
});

test('without the right to read pods, the Job’s own count decides', () => {
  expect(hookState(job('pre-upgrade', { status: { active: 1 } }), undefined)).toBe('running');
  expect(hookState(job('pre-upgrade', { status: {} }), undefined)).toBe('stuck');
});
