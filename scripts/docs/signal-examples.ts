/** What the signal tables of src/domain/signals look at, in words, with a message as it is really said. */
export interface Example {
  readonly seen: string;
  /** Recorded on Kubernetes 1.35 where nothing else is said; shortened with `…`. */
  readonly message: string;
}

const waiting = (reason: string): string => `container waiting with \`${reason}\``;
const event = (reason: string): string => `event \`${reason}\``;
const exit = 'container terminated';
const refusal = 'condition `ReplicaFailure` or event `FailedCreate` of the pods’ controller';
const unscheduled = 'pod condition `PodScheduled` is False';

/** By the name of the table's row. */
export const EXAMPLES: Readonly<Record<string, Example>> = {
  'invalid-image-name': {
    seen: waiting('InvalidImageName'),
    message: "couldn't parse image name …: repository name (App/Web) must be lowercase",
  },
  'image-never-pulled': {
    seen: waiting('ErrImageNeverPull'),
    message: 'Container image "…" is not present with pull policy of Never',
  },
  'no-platform': {
    seen: waiting('ErrImagePull'),
    message: '… no match for platform in manifest: not found',
  },
  'image-denied': {
    seen: `${waiting('ErrImagePull')}, ${event('Failed')} counted`,
    message: 'pull access denied, repository does not exist or may require authorization: …',
  },
  'image-not-found': {
    seen: `${waiting('ErrImagePull')}, ${event('Failed')} counted`,
    message: 'failed to pull and unpack image "…": failed to resolve reference "…": … not found',
  },
  'rate-limit': {
    seen: `${waiting('ErrImagePull')}, ${event('Failed')} counted`,
    message: 'toomanyrequests: You have reached your pull rate limit …',
  },
  'pull-failed': {
    seen: `${waiting('ErrImagePull')}, ${event('Failed')} counted`,
    message: 'failed to do request: Head "https://…": dial tcp …: connect: connection refused',
  },
  'exec-format': {
    seen: waiting('RunContainerError'),
    message: 'exec /app: exec format error',
  },
  'no-memory-to-start': {
    seen: waiting('RunContainerError'),
    message: 'runc create failed: … container init was OOM-killed (memory limit too low?)',
  },
  'bad-command': {
    seen: waiting('RunContainerError'),
    message: 'exec: "/nope": stat /nope: no such file or directory',
  },
  'must-not-be-root': {
    seen: waiting('CreateContainerConfigError'),
    message: 'container has runAsNonRoot and image will run as root',
  },
  'cache-not-synced': {
    seen: waiting('CreateContainerConfigError'),
    message: 'failed to sync secret cache: timed out waiting for the condition',
  },
  'sub-path': {
    seen: waiting('CreateContainerConfigError'),
    message: 'failed to prepare subPath for volumeMount "data" of container "web"',
  },
  'missing-config': {
    seen: waiting('CreateContainerConfigError'),
    message: 'secret "db" not found',
  },
  'cannot-start': { seen: waiting('RunContainerError'), message: 'failed to create shim task: …' },
  'out-of-memory': { seen: `${exit}, \`OOMKilled\``, message: 'OOMKilled: exit code 137' },
  'command-not-found': { seen: `${exit}, exit code 126 or 127`, message: 'Error: exit code 127' },
  'exit-zero': { seen: `${exit}, exit code 0`, message: 'Completed: exit code 0' },
  'init-exits': { seen: 'init container terminated', message: 'Error: exit code 3 (3 times)' },
  exits: { seen: exit, message: 'Error: exit code 1 (3 times); back-off 20s restarting …' },
  'first-exits': { seen: exit, message: 'Error: exit code 1' },
  'startup-killed': {
    seen: `${event('Killing')}, counted`,
    message: 'Container web failed startup probe, will be restarted',
  },
  'liveness-killed': {
    seen: `${event('Killing')}, counted`,
    message: 'Container web failed liveness probe, will be restarted',
  },
  'startup-failing': { seen: event('Unhealthy'), message: 'Startup probe failed: …' },
  'readiness-failing': {
    seen: event('Unhealthy'),
    message: 'Readiness probe failed: HTTP probe failed with statuscode: 503',
  },
  'not-ready': {
    seen: 'container runs, `ready` is false',
    message: 'containers with unready status: [web]',
  },
  'readiness-gate': {
    seen: 'pod condition `Ready` is False, `ContainersReady` is True',
    message: 'the status of pod readiness gate "…" is not "True", but False',
  },
  'sandbox-memory': {
    seen: `${event('FailedCreatePodSandBox')}, counted`,
    message: 'container init was OOM-killed (memory limit too low?)',
  },
  'volume-content-absent': {
    seen: event('FailedMount'),
    message: 'MountVolume.SetUp failed for volume "config" : configmap "web" not found',
  },
  'mount-fails': {
    seen: `${event('FailedMount')} or \`FailedAttachVolume\``,
    message: 'Multi-Attach error for volume "…" Volume is already used by pod(s) …',
  },
  'sandbox-fails': {
    seen: event('FailedCreatePodSandBox'),
    message: 'Failed to create pod sandbox: … network plugin …',
  },
  'claim-absent': {
    seen: unscheduled,
    message: 'persistentvolumeclaim "data" not found',
  },
  'claim-never-binds': {
    seen: `${unscheduled}, ${event('FailedBinding')} of the claim`,
    message: 'no persistent volumes available for this claim and no storage class is set',
  },
  'claim-unbound': {
    seen: unscheduled,
    message: '0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims.',
  },
  'node-coming': {
    seen: `${unscheduled}, ${event('TriggeredScaleUp')} or \`Nominated\``,
    message: '0/3 nodes are available: 3 Insufficient cpu.',
  },
  'fits-nowhere': {
    seen: unscheduled,
    message:
      '0/3 nodes are available: 3 Insufficient cpu. … 3 Preemption is not helpful for scheduling.',
  },
  'no-room': {
    seen: unscheduled,
    message: '0/3 nodes are available: … 3 No preemption victims found for incoming pod.',
  },
  'webhook-down': {
    seen: refusal,
    message: 'Internal error occurred: failed calling webhook "inject.example.com": …',
  },
  'server-error': { seen: refusal, message: 'Internal error occurred: …' },
  'quota-frees-itself': {
    seen: `${refusal}, while old pods end`,
    message: 'pods "web-6d4f-x2k" is forbidden: exceeded quota: compute, …',
  },
  'quota-not-counted': {
    seen: refusal,
    message: 'pods "web-6d4f-x2k" is forbidden: status unknown for quota: compute, resources: pods',
  },
  'quota-exceeded': {
    seen: refusal,
    message: 'exceeded quota: compute, requested: pods=1, used: pods=2, limited: pods=2',
  },
  'violates-pod-security': {
    seen: refusal,
    message:
      'violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false (container "web" must set securityContext.allowPrivilegeEscalation=false)',
  },
  'service-account-absent': {
    seen: refusal,
    message: 'error looking up service account shop/web: serviceaccount "web" not found',
  },
  'denied-by-webhook': {
    seen: refusal,
    message: 'admission webhook "policy.example.com" denied the request: …',
  },
  'name-taken': { seen: refusal, message: 'pods "web-0" already exists' },
  'pods-refused': { seen: refusal, message: 'pods "web-6d4f-x2k" is forbidden: …' },
};
