import type { Hook } from './assessment.ts';
import { isMapping } from './deep-merge.ts';
import type { KubeObject } from './manifest.ts';
import { groupOf, isBuiltIn } from './object-key.ts';
import { each, podTemplateOf } from './pod-template.ts';
import { scalarLeaves } from './redact.ts';
import type { Reference } from './references.ts';

/** What helm is about to bring. */
export interface Coming {
  readonly operation: 'install' | 'upgrade';
  readonly namespace: string;
  /** The namespace is made by this very deploy: nobody has put anything into it yet. */
  readonly namespaceIsNew: boolean;
  readonly manifest: readonly KubeObject[];
  readonly hooks: readonly Hook[];
}

/** What exists in every namespace without anybody's doing; OpenShift and Istio bring theirs. */
const ALWAYS: readonly string[] = [
  'ServiceAccount/default',
  'ConfigMap/kube-root-ca.crt',
  'ConfigMap/openshift-service-ca.crt',
  'ConfigMap/istio-ca-root-cert',
];

/** Annotations of controllers that fill a Secret or ConfigMap after it was made. */
const FILLED_BY =
  /replicat|reflect|secret-generator|cert-manager\.io|service\.beta\.openshift\.io|kubernetes\.io\/service-account\.name/;

export const isAlwaysThere = ({ kind, name }: Reference): boolean =>
  ALWAYS.includes(`${kind}/${name}`);

/**
 * The objects of the release with the name that a reference asks for, which are there before its
 * pods start. Pods of a pre-install or pre-upgrade hook start before the manifest is applied: for
 * them only what hooks of the same event bring counts.
 * @param from the hook that refers, undefined for an object of the manifest
 */
export function broughtFor(
  reference: Reference,
  from: Hook | undefined,
  coming: Coming,
): readonly KubeObject[] {
  return objectsBefore(from, coming).filter((object) =>
    isMeant(object, reference, coming.namespace),
  );
}

function objectsBefore(from: Hook | undefined, coming: Coming): readonly KubeObject[] {
  const { manifest, operation } = coming;
  const before = hooksOf(`pre-${operation}`, coming);
  if (from?.events.includes(`pre-${operation}`)) return upTo(from, before);
  const lasting = before.filter((hook) => !endsWithItsHook(hook)).map(({ object }) => object);
  const after = from ? upTo(from, hooksOf(`post-${operation}`, coming)) : [];
  return [...manifest, ...lasting, ...after];
}

const hooksOf = (event: string, { hooks }: Coming): readonly Hook[] =>
  hooks.filter(({ events }) => events.includes(event));

const upTo = (from: Hook, hooks: readonly Hook[]): readonly KubeObject[] =>
  hooks.filter(({ weight }) => weight <= from.weight).map(({ object }) => object);

/** Whether the release has an object of this kind and name, in its manifest or among its hooks. */
export const brings = ({ manifest, hooks }: Coming, kind: string, name: string): boolean =>
  [...manifest, ...hooks.map(({ object }) => object)].some(
    (object) => object.kind === kind && object.metadata.name === name,
  );

/** Whether the pods of a hook run in this operation at all; those of `helm test` do not. */
export const runsIn = (hook: Hook, { operation }: Coming): boolean =>
  hook.events.some((event) => event === `pre-${operation}` || event === `post-${operation}`);

/** Helm deletes it when its event is over, before what comes later can use it. */
const endsWithItsHook = ({ object }: Hook): boolean =>
  (object.metadata.annotations?.['helm.sh/hook-delete-policy'] ?? '').includes('hook-succeeded');

const isMeant = (object: KubeObject, wanted: Reference, namespace: string): boolean =>
  object.kind === wanted.kind &&
  groupOf(object) === '' &&
  object.metadata.name === wanted.name &&
  (object.metadata.namespace || namespace) === wanted.namespace;

/** The keys of a Secret or ConfigMap. */
export function keysOf(object: KubeObject): readonly string[] {
  const { data, stringData, binaryData } = object as {
    readonly data?: unknown;
    readonly stringData?: unknown;
    readonly binaryData?: unknown;
  };
  return [data, stringData, binaryData].flatMap((part) =>
    isMapping(part) ? Object.keys(part) : [],
  );
}

/** Whether somebody puts keys into it that the manifest does not show. */
export const isFilledLater = (object: KubeObject): boolean =>
  (object as { readonly type?: string }).type === 'kubernetes.io/service-account-token' ||
  Object.keys(object.metadata.annotations ?? {}).some((name) => FILLED_BY.test(name));

/**
 * The object of the release that may make what is referred to while it runs: a custom resource that
 * has its name or speaks of it (Certificate, ExternalSecret, a database cluster), an Ingress with
 * cert-manager's annotation, a Job whose command speaks of it. Which operators are at work nobody
 * can tell from a manifest: this is no proof that it comes, only none that it does not.
 */
export function makerOf({ name }: Reference, coming: Coming): KubeObject | undefined {
  const objects = [...coming.manifest, ...coming.hooks.map(({ object }) => object)];
  return objects.find((object) => mayMake(object, name));
}

function mayMake(object: KubeObject, name: string): boolean {
  const group = groupOf(object);
  if (!isBuiltIn(group)) {
    const own = object.metadata.name;
    const isNamedAfter = name.startsWith(`${own}-`) || name.split('.').includes(own);
    return name === own || isNamedAfter || speaksOf(object.spec, name);
  }
  if (object.kind === 'Ingress') {
    const annotations = Object.keys(object.metadata.annotations ?? {});
    return (
      annotations.some((one) => one.startsWith('cert-manager.io/')) && speaksOf(object.spec, name)
    );
  }
  if (object.kind !== 'Job') return false;
  const { initContainers, containers } = podTemplateOf(object)?.spec ?? {};
  return [...each(initContainers), ...each(containers)].some(({ command, args, env }) =>
    [command, args, each(env).map(({ value }) => value)].some((part) => speaksOf(part, name)),
  );
}

/** Whether a text anywhere in a value holds the name as a word of its own. */
function speaksOf(value: unknown, name: string): boolean {
  const escaped = name.replace(/[^a-z0-9-]/g, '\\$&');
  const word = new RegExp(`(?<![a-z0-9-])${escaped}(?![a-z0-9-])`);
  return scalarLeaves(value).some((text) => word.test(text));
}
