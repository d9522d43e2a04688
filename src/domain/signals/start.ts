import { limitText, NO_MEMORY_TO_START } from './memory.ts';
import { needOf } from './needs.ts';
import { type ContainerSubject, describePod, type Found, HOLD, type Row } from './row.ts';

/** What the runtime or the kubelet said when it could not start the container. */
const cannotStart =
  (reasons: readonly string[], pattern: RegExp) =>
  ({ status }: ContainerSubject): Found | undefined => {
    const { state, lastState } = status ?? {};
    if (state?.running) return undefined;
    const told = [state?.waiting, state?.terminated, lastState?.terminated].find(
      (one) => reasons.includes(one?.reason ?? '') && pattern.test(one?.message ?? ''),
    );
    return told === undefined ? undefined : { message: told.message || (told.reason ?? '') };
  };

const CREATE = ['CreateContainerError', 'CreateContainerConfigError'];
const RUN = ['RunContainerError', 'CreateContainerError', 'StartError', 'ContainerCannotRun'];
const CONFIG = ['CreateContainerConfigError'];

/** Why a container that has its image does not start; the first row that fits names the cause. */
export const START_ROWS: readonly Row<ContainerSubject>[] = [
  {
    name: 'exec-format',
    code: 'wrong-platform',
    class: 'fatal',
    mayBeNode: true,
    find: cannotStart(RUN, /exec format error/),
    hint: ({ container, pod }) =>
      `The program of ${container.image} is not made for the processor of node ${pod.spec?.nodeName ?? '?'}, or is a script without "#!" in its first line. Build the image for that platform.`,
  },
  {
    name: 'no-memory-to-start',
    code: 'out-of-memory',
    // That it is so again and again is told by the exits.
    class: 'slow',
    find: cannotStart(RUN, NO_MEMORY_TO_START),
    hint: ({ container, workload }) =>
      `The memory limit of container ${container.name} of ${workload}${limitText(container)} is too low even to start it: raise resources.limits.memory (1Mi written for 1Gi?).`,
  },
  {
    name: 'bad-command',
    code: 'bad-command',
    class: 'fatal',
    find: cannotStart(
      RUN,
      /no such file or directory|permission denied|executable file not found|no command specified|is a directory/,
    ),
    hint: ({ container, workload }) =>
      `The command of container ${container.name} of ${workload} cannot run in ${container.image}: check command, args and workingDir of the chart against the image (path right, file executable, interpreter there).`,
  },
  {
    name: 'must-not-be-root',
    code: 'denied-by-policy',
    class: 'fatal',
    find: cannotStart(
      CREATE,
      /runAsNonRoot|cannot verify user is non-root|breaks non-root policy|will run as root/,
    ),
    hint: ({ container }) =>
      `securityContext.runAsNonRoot forbids the user of ${container.image}: set a numeric USER in the Dockerfile, or runAsUser for container ${container.name}.`,
  },
  {
    name: 'cache-not-synced',
    code: 'missing-config',
    class: 'transient',
    find: cannotStart(CONFIG, /failed to sync (secret|configmap) cache/),
    hint: (subject) => `The node has not read the Secret or ConfigMap yet. ${describePod(subject)}`,
  },
  {
    name: 'sub-path',
    code: 'missing-volume',
    class: 'held',
    bound: HOLD,
    find: cannotStart(CREATE, /subPath/i),
    hint: ({ container, workload }) =>
      `A subPath of container ${container.name} of ${workload} cannot be mounted: check volumeMounts against what the volume holds.`,
  },
  {
    name: 'missing-config',
    code: 'missing-config',
    class: 'held',
    bound: HOLD,
    find: cannotStart(CONFIG, /^/),
    needs: (_, message) => needOf(message),
    hint: missingConfigHint,
  },
  {
    name: 'cannot-start',
    code: 'bad-command',
    class: 'slow',
    mayBeNode: true,
    find: cannotStart(RUN, /^/),
    hint: (subject) => `The node could not start the container. ${describePod(subject)}`,
  },
];

function missingConfigHint({ container, namespace, workload }: ContainerSubject, message: string) {
  const need = needOf(message);
  if (need === undefined) {
    return `Check env and envFrom of container ${container.name} of ${workload} against what is in namespace ${namespace}.`;
  }
  const { kind, name, key } = need;
  return key === undefined
    ? `Create the ${kind} ${name} in namespace ${namespace}, or correct its name in container ${container.name} of ${workload}. Does an operator make it? Then see why it has not.`
    : `Add the key ${key} to ${kind} ${name} in namespace ${namespace}, or correct valueFrom in container ${container.name} of ${workload}.`;
}
