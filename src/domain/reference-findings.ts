import type { Hook } from './assessment.ts';
import type { CheckFinding } from './check-finding.ts';
import {
  broughtFor,
  type Coming,
  isAlwaysThere,
  isFilledLater,
  keysOf,
  makerOf,
  runsIn,
} from './coming-objects.ts';
import { objectName } from './manifest.ts';
import { startsPods } from './pod-template.ts';
import { type Reference, referencesOf } from './references.ts';

/** What the cluster holds under a name. */
export type LiveReferred =
  | { readonly state: 'there'; readonly keys: readonly string[] }
  | { readonly state: 'absent' }
  /** We may not read it, or got no answer. */
  | { readonly state: 'not-checked'; readonly why: string };

/** A reference that the release itself does not satisfy: the cluster has to be asked. */
export interface OpenReference {
  readonly reference: Reference;
  /** The key that the release's own object lacks; the live one may have it. */
  readonly brought: boolean;
}

/** The references of everything that runs in this operation which the release alone leaves open. */
export function openReferences(coming: Coming): readonly OpenReference[] {
  const { manifest, hooks, namespace } = coming;
  const running = hooks.filter((hook) => runsIn(hook, coming));
  const all: readonly (readonly [Reference, Hook | undefined])[] = [
    ...manifest
      .flatMap((object) => referencesOf(object, namespace))
      .map((reference) => [reference, undefined] as const),
    ...running.flatMap((hook) =>
      referencesOf(hook.object, namespace).map((reference) => [reference, hook] as const),
    ),
  ];
  return all
    .filter(([reference]) => reference.need !== 'optional' && !isAlwaysThere(reference))
    .flatMap(([reference, hook]) => {
      const brought = broughtFor(reference, hook, coming);
      const isMet = brought.some(
        (object) =>
          reference.key === '' || keysOf(object).includes(reference.key) || isFilledLater(object),
      );
      return isMet ? [] : [{ reference, brought: brought.length > 0 }];
    });
}

/**
 * What open references mean, once the cluster was asked. One finding for each thing that is missing,
 * however many refer to it.
 * @param live what the cluster holds under the reference's kind, namespace and name
 */
export function judgeReferences(
  open: readonly OpenReference[],
  live: (reference: Reference) => LiveReferred,
  coming: Coming,
): readonly CheckFinding[] {
  const missing = open.filter(({ reference }) => !isMet(reference, live(reference)));
  const groups = Map.groupBy(missing, ({ reference, brought }) => {
    const { kind, namespace, name, key } = reference;
    // Of what is not there at all it does not matter which keys were wanted.
    const isThere = brought || live(reference).state === 'there';
    return [kind, namespace, name, ...(isThere ? [key] : [])].join('/');
  });
  return [...groups.values()].flatMap((group) => {
    // What nobody can start without comes first.
    const first = group.find(({ reference }) => reference.need === 'required') ?? group[0];
    return first ? [findingOf(first, live(first.reference), group.length - 1, coming)] : [];
  });
}

const isMet = ({ key }: Reference, live: LiveReferred): boolean =>
  live.state === 'there' && (key === '' || live.keys.includes(key));

function findingOf(
  { reference, brought }: OpenReference,
  live: LiveReferred,
  others: number,
  coming: Coming,
): CheckFinding {
  const { kind, name, namespace, key, object, field } = reference;
  const what = `${kind}/${name}${key ? ` key ${key}` : ''}`;
  const more = others > 0 ? ` (needed in ${others + 1} places)` : '';
  const about = { check: 'references', object: objectName(object), field } as const;
  if (live.state === 'not-checked') {
    const message = `whether ${what} is there is not known: ${live.why}${more}`;
    return { ...about, outcome: 'not-checked', message, hint: `Grant get on it in ${namespace}.` };
  }
  const isThere = live.state === 'there' || brought;
  const message = isThere
    ? `${kind}/${name} has no key ${key}${more}`
    : `${kind}/${name} is neither in ${namespace} nor in the release${more}`;
  const mercy = mercyFor(reference, coming);
  if (mercy !== undefined) return { ...about, outcome: 'warning', message, hint: mercy };
  return { ...about, outcome: 'refused', message, hint: hintFor(reference, isThere, live) };
}

/** Why the deploy may go well although something is missing; undefined where it cannot. */
function mercyFor(reference: Reference, coming: Coming): string | undefined {
  const maker = makerOf(reference, coming);
  if (maker)
    return `${objectName(maker)} may make it while the release starts; until then pods wait.`;
  if (reference.need === 'pull') {
    return 'Images are pulled without it: that works where the registry lets in everybody.';
  }
  if (!startsPods(reference.object)) return 'No pod needs it now; the first one that starts will.';
  if (coming.namespaceIsNew && reference.namespace === coming.namespace) {
    return `The namespace is new: unless something fills it (a replicator, a policy), pods will not start.`;
  }
  return undefined;
}

function hintFor({ kind, name, key }: Reference, isThere: boolean, live: LiveReferred): string {
  if (!isThere) return `Create ${kind}/${name} first, put it into the chart, or mark it optional.`;
  const keys = live.state === 'there' ? live.keys : [];
  const has = keys.length > 0 ? ` It has: ${keys.slice(0, 10).join(', ')}.` : '';
  return `Add the key ${key}, or correct its name.${has}`;
}
