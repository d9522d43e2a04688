import type { DiagnosisCode } from '../../src/domain/diagnosis.ts';

/** What each code means to the person who reads it. A new code does not compile without. */
export const MEANINGS: Readonly<Record<DiagnosisCode, string>> = {
  'image-not-found': 'The registry says that there is no such image, or its name is not valid.',
  'image-denied': 'The registry did not let the node have the image.',
  'registry-unreachable': 'The node cannot talk to the registry, or the registry limits it.',
  'wrong-platform': 'The image is not made for the processor of the node.',
  'bad-command': 'The command of a container is not in its image or cannot be executed.',
  'crash-loop': 'A container starts, ends with an error, and does so again and again.',
  exited: 'A container that should stay ends without an error, again and again.',
  'out-of-memory': 'A container needs more memory than its limit.',
  'init-failed': 'An init container ends with an error; the others never start.',
  'missing-config': 'A Secret, ConfigMap, a key of one, or the ServiceAccount is not there.',
  'missing-volume': 'What a volume should hold, or its claim, is not there.',
  'volume-unbound': 'Nobody makes a volume for a claim.',
  'not-ready': 'A container runs, but does not pass its readiness probe.',
  'startup-failed': 'A container does not pass its startup probe and is killed for it.',
  'liveness-killed': 'A container does not pass its liveness probe and is killed for it.',
  unschedulable: 'No node takes the pod.',
  'denied-by-policy': 'Pod Security, an admission policy or a webhook refuses the pods.',
  'quota-exceeded': 'The quota of the namespace does not allow the pods.',
  'webhook-down': 'An admission webhook does not answer, so nothing can be made.',
  'hook-failed': 'A Job that is a hook of the chart failed.',
  'progress-deadline': 'Kubernetes gave up: no progress for `progressDeadlineSeconds`.',
  'wrong-digest': 'Everything is ready, but not with the images that were asked for.',
  'no-endpoints': 'A Service of the release has no ready pod behind it.',
  'changed-by-others':
    'Somebody else paused, changed or deleted a workload while it rolled out, so what serves is not what was deployed.',
  timeout: 'Nothing was provably wrong, but it was not done in time.',
};
