import { type EventView, newest, sum } from './event.ts';
import { type ContainerSubject, describePod, type Found, type Row } from './row.ts';
import type { Bound, SignalClass } from './signal.ts';

const PULLING = ['ErrImagePull', 'ImagePullBackOff', 'RegistryUnavailable'];
const attempts = (least: number): Bound => ({ least, input: 'pullAttempts' });

const isPullFailure = ({ reason, message }: EventView): boolean =>
  reason === 'Failed' && message.startsWith('Failed to pull image');

/**
 * Why the newest pull failed. The status flips between ErrImagePull and ImagePullBackOff, and the
 * latter names no cause on older versions; then the last event does.
 */
function pullCause({ status, containerEvents }: ContainerSubject): string | undefined {
  const waiting = status?.state?.waiting;
  if (waiting === undefined) return undefined;
  const told = waiting.message ?? '';
  const failing = PULLING.includes(waiting.reason ?? '');
  if (failing && !/^Back-off pulling image "[^"]*"$/.test(told)) return told;
  const event = newest(containerEvents.filter(isPullFailure));
  return event?.message ?? (failing ? told : undefined);
}

/** Counts the attempts by events, never by flips of the status. */
const failedPull =
  (pattern: RegExp) =>
  (subject: ContainerSubject): Found | undefined => {
    const cause = pullCause(subject);
    if (cause === undefined || !pattern.test(cause)) return undefined;
    const seen = subject.containerEvents.filter(
      (event) => isPullFailure(event) && pattern.test(event.message),
    );
    return { message: cause, count: Math.max(1, sum(seen)) };
  };

const waitsFor =
  (reason: string) =>
  ({ status }: ContainerSubject): Found | undefined => {
    const waiting = status?.state?.waiting;
    return waiting?.reason === reason ? { message: waiting.message || reason } : undefined;
  };

const count: SignalClass = 'count';

/** Why an image does not arrive; the first row that fits names the cause. */
export const PULL_ROWS: readonly Row<ContainerSubject>[] = [
  {
    name: 'invalid-image-name',
    code: 'image-not-found',
    class: 'fatal',
    find: waitsFor('InvalidImageName'),
    hint: ({ container, workload }) =>
      `"${container.image}" is not a valid image name (lower case, repository[:tag][@sha256:…]). Correct the image of container ${container.name} of ${workload} in the values or in \`images\`.`,
  },
  {
    name: 'image-never-pulled',
    code: 'image-not-found',
    class: 'fatal',
    mayBeNode: true,
    find: waitsFor('ErrImageNeverPull'),
    hint: ({ container, pod }) =>
      `imagePullPolicy is Never, and node ${pod.spec?.nodeName ?? '?'} does not hold ${container.image}. Set imagePullPolicy: IfNotPresent.`,
  },
  {
    name: 'no-platform',
    code: 'wrong-platform',
    class: 'fatal',
    find: failedPull(/no match for platform|no matching manifest for/),
    hint: ({ container, pod }) =>
      `${container.image} has no image for the platform of node ${pod.spec?.nodeName ?? '?'}. Build it for that platform (docker buildx build --platform), or check what it has: \`docker buildx imagetools inspect ${container.image}\``,
  },
  {
    name: 'image-denied',
    code: 'image-denied',
    class: count,
    bound: attempts(2),
    mayBeNode: true,
    find: failedPull(
      /pull access denied|authorization failed|no basic auth credentials|unauthorized|denied: |insufficient_scope|status from .* request to .*: 40[13]|unexpected status code .*40[13]|40[13] (Forbidden|Unauthorized)/i,
    ),
    hint: ({ container, namespace, pod, workload }) => {
      const secrets = (pod.spec?.imagePullSecrets ?? []).map(({ name }) => name).join(', ');
      const uses =
        secrets === ''
          ? 'the pod names no imagePullSecrets, so the node pulls with its own rights'
          : `the pod pulls with Secret ${secrets}: check its type, host and password in namespace ${namespace}`;
      return `The registry refused ${container.image} for ${workload}: ${uses}. Some registries answer so for a repository that does not exist: check the name too.`;
    },
  },
  {
    name: 'image-not-found',
    code: 'image-not-found',
    class: count,
    bound: attempts(1),
    find: failedPull(
      /: not found\b|manifest unknown|MANIFEST_UNKNOWN|name unknown|NAME_UNKNOWN|repository .* not found/,
    ),
    hint: ({ container, workload }) =>
      `The registry says that ${container.image} does not exist. Was it pushed there, and is the tag or digest of container ${container.name} of ${workload} right? Check: \`docker buildx imagetools inspect ${container.image}\`. A replicated registry that is late needs \`pull-attempts: 2\`.`,
  },
  {
    name: 'rate-limit',
    code: 'registry-unreachable',
    class: count,
    bound: attempts(3),
    mayBeNode: true,
    find: failedPull(/toomanyrequests|429 Too Many Requests|rate limit/i),
    hint: ({ container }) =>
      `The registry limits how often ${container.image} may be pulled. Pull with an account (imagePullSecrets), or from a mirror or a copy in your own registry.`,
  },
  {
    name: 'pull-failed',
    code: 'registry-unreachable',
    class: count,
    bound: attempts(3),
    mayBeNode: true,
    find: failedPull(/./),
    hint: (subject) =>
      `Node ${subject.pod.spec?.nodeName ?? '?'} cannot get ${subject.container.image}: is the registry up, its name right, and reachable from the node (firewall, DNS, certificate)? ${describePod(subject)}`,
  },
];
