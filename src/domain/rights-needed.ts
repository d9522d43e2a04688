import type { KubeObject } from './manifest.ts';
import { groupOf, shownName } from './object-key.ts';
import type { Hook } from './rollout.ts';

/** One question to the API server's authorizer: may I? */
export interface RightNeeded {
  readonly verb: 'get' | 'list' | 'watch' | 'create' | 'patch' | 'update' | 'delete';
  readonly group: string;
  /** `deployments` */
  readonly resource: string;
  /** `''` for kinds without a namespace. */
  readonly namespace: string;
  /** A role may be limited to names. `''` where no name can be given: create, and lists of all. */
  readonly name: string;
  /** What it is needed for: `Deployment/web`, `Helm’s record`. */
  readonly object: string;
}

/** An object with the place where the API server keeps its kind. */
export interface Located {
  readonly object: KubeObject;
  /** `deployments` */
  readonly plural: string;
  readonly namespaced: boolean;
  /** Whether it is there already; undefined where nobody could say. */
  readonly live: boolean | undefined;
}

/** What helm is about to do. */
export interface Undertaking {
  readonly namespace: string;
  readonly applied: readonly Located[];
  readonly removed: readonly Located[];
  /** Those that run in this operation. */
  readonly hooks: readonly (Located & { readonly hook: Hook })[];
}

/**
 * The rights that helm needs for one upgrade or install, each once. What is there is patched, what
 * is not is created; a create cannot be limited to a name. Source of the verbs: helm
 * `pkg/kube/client.go` (Get, then Create or Patch), `pkg/action/hooks.go`, `pkg/storage/driver`.
 */
export function rightsNeeded(undertaking: Undertaking): readonly RightNeeded[] {
  const { namespace, applied, removed, hooks } = undertaking;
  const all = [
    ...RECORD.map((verb) => recordRight(verb, namespace)),
    ...applied.flatMap((one) => need(one, namespace, ['get', ...writing(one)])),
    ...removed.flatMap((one) => need(one, namespace, ['get', 'delete'])),
    ...hooks.flatMap((one) => need(one, namespace, hookVerbs(one))),
    ...waiting(applied, namespace),
  ];
  const asked = new Set<string>();
  return all.filter((right) => !asked.has(rightKey(right)) && asked.add(rightKey(right)));
}

const RECORD = ['get', 'list', 'create', 'update', 'delete'] as const;

/** Helm keeps each revision in a Secret, and deletes the oldest. */
const recordRight = (verb: RightNeeded['verb'], namespace: string): RightNeeded => ({
  verb,
  group: '',
  resource: 'secrets',
  namespace,
  name: '',
  object: 'Helm’s record',
});

const writing = ({ live }: Located): readonly RightNeeded['verb'][] =>
  live === undefined ? [] : live ? ['patch'] : ['create'];

/** A hook is made anew each time; helm waits for the end of Jobs and Pods by watching their name. */
function hookVerbs({
  hook,
  live,
}: Located & { readonly hook: Hook }): readonly RightNeeded['verb'][] {
  const policy = hook.object.metadata.annotations?.['helm.sh/hook-delete-policy'];
  const deletes = policy === undefined ? live !== false : true;
  const runs = ['Job', 'Pod'].includes(hook.object.kind);
  return [
    'get',
    'create',
    ...(deletes ? (['delete'] as const) : []),
    ...(runs ? (['list', 'watch'] as const) : []),
  ];
}

/** Helm's wait reads the ReplicaSets of a Deployment. */
function waiting(applied: readonly Located[], namespace: string): readonly RightNeeded[] {
  const rolling = applied.filter(
    ({ object }) => object.kind === 'Deployment' && groupOf(object) === 'apps',
  );
  return rolling.map(({ object }) => ({
    verb: 'list',
    group: 'apps',
    resource: 'replicasets',
    namespace: object.metadata.namespace || namespace,
    name: '',
    object: shownName(object),
  }));
}

function need(
  { object, plural, namespaced }: Located,
  namespace: string,
  verbs: readonly RightNeeded['verb'][],
): readonly RightNeeded[] {
  return verbs.map((verb) => ({
    verb,
    group: groupOf(object),
    resource: plural,
    namespace: namespaced ? object.metadata.namespace || namespace : '',
    name: verb === 'create' ? '' : object.metadata.name,
    object: shownName(object),
  }));
}

const rightKey = ({ verb, group, resource, namespace, name }: RightNeeded): string =>
  [verb, group, resource, namespace, name].join(' ');

/** The same right without a name: who has it, has it for every name. */
export const withoutName = (right: RightNeeded): RightNeeded => ({ ...right, name: '' });
