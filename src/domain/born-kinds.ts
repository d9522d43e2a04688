import type { CheckFinding } from './check-finding.ts';
import { type KubeObject, objectName } from './manifest.ts';

interface Definition {
  readonly group?: string;
  readonly names?: { readonly kind?: string };
  readonly versions?: readonly { readonly name: string }[];
}

/** Kinds that definitions bring: `example.com/v1 Gadget`. */
export const kindsOf = (definitions: readonly KubeObject[]): ReadonlySet<string> =>
  new Set(
    definitions.flatMap(({ spec }) => {
      const { group, names, versions = [] } = (spec ?? {}) as Definition;
      return versions.map(({ name }) => `${group}/${name} ${names?.kind}`);
    }),
  );

/** Whether helm missed nothing but kinds that are defined just before (formats of 3.18 and 4.2). */
export function missesOnly(kinds: ReadonlySet<string>, error: string): boolean {
  const missed = [...error.matchAll(/no matches for kind "([^"]+)" in version "([^"]+)"/g)];
  return missed.length > 0 && missed.every(([, kind, version]) => kinds.has(`${version} ${kind}`));
}

/**
 * What the cluster says of objects whose kind is defined just before the release is no refusal: it
 * cannot know them yet.
 */
export function orNotYet(
  findings: readonly CheckFinding[],
  kinds: ReadonlySet<string>,
  manifest: readonly KubeObject[],
): readonly CheckFinding[] {
  const born = new Set(
    manifest
      .filter(({ apiVersion, kind }) => kinds.has(`${apiVersion} ${kind}`))
      .map((object) => objectName(object)),
  );
  return findings.map((finding) =>
    finding.check === 'dry-run' && finding.outcome === 'refused' && born.has(finding.object)
      ? { ...finding, outcome: 'not-checked', message: 'its kind is defined just before', hint: '' }
      : finding,
  );
}
