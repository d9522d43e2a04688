import type { Hook } from './assessment.ts';
import { type KubeObject, objectName } from './manifest.ts';
import { groupOf } from './object-key.ts';

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
  /** Helm 4's server-side apply: it creates by a patch, which takes both rights. */
  readonly serverSide: boolean;
  /** The history is full, so that helm deletes its oldest revision. */
  readonly prunes: boolean;
  readonly applied: readonly Located[];
  readonly removed: readonly Located[];
  /** Those that run in this operation. */
  readonly hooks: readonly (Located & { readonly hook: Hook })[];
}

/**
 * The rights that helm needs for one upgrade or install, each once. What is there is patched, what
 * is not is created; a create cannot be limited to a name. Measured with helm 3.18 and 4.2: these
 * are enough, and each was taken away in turn.
 */
export function rightsNeeded(undertaking: Undertaking): readonly RightNeeded[] {
  const { namespace, serverSide, prunes, applied, removed, hooks } = undertaking;
  const all = [
    ...RECORD.map((verb) => recordRight(verb, namespace)),
    ...(prunes ? [recordRight('delete', namespace)] : []),
    ...applied.flatMap((one) => need(one, namespace, ['get', ...writing(one.live, serverSide)])),
    ...removed.flatMap((one) => need(one, namespace, ['get', 'delete'])),
    ...hooks.flatMap((one) => need(one, namespace, hookVerbs(one.hook, serverSide))),
    ...waiting(applied, namespace),
  ];
  const asked = new Set<string>();
  return all.filter((right) => !asked.has(rightKey(right)) && asked.add(rightKey(right)));
}

/** Without update helm ends well and leaves the revision pending. */
const RECORD = ['get', 'list', 'create', 'update'] as const;

/** Helm keeps each revision in a Secret. */
const recordRight = (verb: Verb, namespace: string): RightNeeded => ({
  verb,
  group: '',
  resource: 'secrets',
  namespace,
  name: '',
  object: 'Helm’s record',
});

type Verb = RightNeeded['verb'];

/** @param live undefined: nobody could say whether it is there, so only looking is sure */
function writing(live: boolean | undefined, serverSide: boolean): readonly Verb[] {
  if (live === undefined) return [];
  if (live) return ['patch'];
  return serverSide ? ['create', 'patch'] : ['create'];
}

/**
 * A hook is deleted, if only to be made anew, and made. Helm waits for the end of Jobs and Pods by
 * watching their name. It deletes also what is not there.
 */
function hookVerbs({ object }: Hook, serverSide: boolean): readonly Verb[] {
  const policy = object.metadata.annotations?.['helm.sh/hook-delete-policy'] ?? '';
  const runs = ['Job', 'Pod'].includes(object.kind);
  return [
    'get',
    ...writing(false, serverSide),
    ...(policy === 'hook-failed' ? [] : (['delete'] as const)),
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
    object: objectName(object),
  }));
}

function need(
  { object, plural, namespaced }: Located,
  namespace: string,
  verbs: readonly Verb[],
): readonly RightNeeded[] {
  return verbs.map((verb) => ({
    verb,
    group: groupOf(object),
    resource: plural,
    namespace: namespaced ? object.metadata.namespace || namespace : '',
    name: verb === 'create' ? '' : object.metadata.name,
    object: objectName(object),
  }));
}

/** Two rights with the same key are the same question. */
export const rightKey = ({ verb, group, resource, namespace, name }: RightNeeded): string =>
  [verb, group, resource, namespace, name].join(' ');

/** The same right without a name: who has it, has it for every name. */
export const withoutName = (right: RightNeeded): RightNeeded => ({ ...right, name: '' });
