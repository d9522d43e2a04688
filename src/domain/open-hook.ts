import type { KubeObject } from './manifest.ts';

/** What does its work as a hook, and would be lost half done. */
export const HOOK_KINDS = ['Job', 'Pod'] as const;
export type HookKind = (typeof HOOK_KINDS)[number];

export interface HookRef {
  readonly kind: HookKind;
  readonly namespace: string;
  readonly name: string;
}

/** Hooks that an operation of ours would delete and make anew; `test` is none. */
const HOOK = /^(pre|post)-(install|upgrade|rollback)$/;

interface JobParts {
  readonly spec?: { readonly suspend?: boolean };
  readonly status?: {
    readonly active?: number;
    readonly conditions?: readonly { readonly type: string; readonly status: string }[];
  };
}

interface ContainerStatus {
  readonly state?: {
    readonly running?: unknown;
    readonly waiting?: { readonly reason?: string };
  };
}

interface PodParts {
  readonly status?: {
    readonly phase?: string;
    readonly conditions?: readonly {
      readonly type: string;
      readonly status: string;
      readonly reason?: string;
    }[];
    readonly containerStatuses?: readonly ContainerStatus[];
    readonly initContainerStatuses?: readonly ContainerStatus[];
  };
}

/**
 * True for a live Job or Pod that Helm made as a hook of an install, upgrade or rollback and that
 * has not ended.
 */
export function isOpenHook(object: KubeObject): boolean {
  const events = (object.metadata.annotations?.['helm.sh/hook'] ?? '').split(',');
  if (!events.some((event) => HOOK.test(event.trim()))) return false;
  if (object.metadata.deletionTimestamp !== undefined) return false;
  if (object.kind === 'Pod') {
    return !['Succeeded', 'Failed'].includes((object as PodParts).status?.phase ?? '');
  }
  const { spec, status } = object as JobParts;
  const ended = status?.conditions?.some(
    ({ type, status: is }) => ['Complete', 'Failed'].includes(type) && is === 'True',
  );
  return !ended && spec?.suspend !== true;
}

/**
 * Whether an open hook does its work: `running` while a container runs, `starting` when one may be
 * next (also after one has ended, until the Job says that it was the last), `stuck` when none can
 * (image missing, crash loop, unschedulable): that loses nothing when helm replaces it.
 * @param pods of a Job; undefined when they could not be read
 */
export function hookState(
  hook: KubeObject,
  pods: readonly KubeObject[] | undefined,
): 'running' | 'starting' | 'stuck' {
  if (hook.kind === 'Pod') return podState(hook);
  if (pods === undefined) return (hook as JobParts).status?.active ? 'running' : 'stuck';
  const states = pods.map(podState);
  if (states.includes('running')) return 'running';
  return states.length === 0 || states.includes('starting') ? 'starting' : 'stuck';
}

function podState(pod: KubeObject): 'running' | 'starting' | 'stuck' {
  const { status = {} } = pod as PodParts;
  const containers = [...(status.initContainerStatuses ?? []), ...(status.containerStatuses ?? [])];
  if (containers.some(({ state }) => state?.running !== undefined)) return 'running';
  const unscheduled = status.conditions?.some(
    ({ type, reason }) => type === 'PodScheduled' && reason === 'Unschedulable',
  );
  const doomed = containers.some(
    ({ state }) => state?.waiting !== undefined && !STARTING.includes(state.waiting.reason ?? ''),
  );
  return unscheduled || doomed ? 'stuck' : 'starting';
}

const STARTING = ['', 'ContainerCreating', 'PodInitializing'];
