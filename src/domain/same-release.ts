import { isMapping } from './deep-merge.ts';
import { diffValues } from './diff-values.ts';
import type { RawHook, RawRelease } from './release-record.ts';

/**
 * Whether a rendering is, byte for byte, what a stored revision was made of: chart, values, manifest
 * and hooks. What differs from one run to the next without meaning anything does not count: when a
 * hook last ran, when a file was written. Of charts inside the chart Helm keeps nothing but what
 * they render to.
 */
export function isSameRelease(rendered: RawRelease, stored: RawRelease): boolean {
  if ((rendered.manifest ?? '') !== (stored.manifest ?? '')) return false;
  return diffValues(essence(rendered), essence(stored)).length === 0;
}

const essence = ({ chart, config, hooks }: RawRelease): unknown => ({
  chart: undated(chart),
  config: config ?? {},
  hooks: (hooks ?? []).map(asWritten),
});

/** Helm notes with a hook when it ran, and the policy that holds where the hook names none. */
function asWritten(hook: RawHook): Readonly<Record<string, unknown>> {
  const written = without(hook, ['last_run']);
  return { delete_policies: ['before-hook-creation'], ...written };
}

/** Helm 4 keeps when each file of the chart was written, which is when it was checked out. */
function undated(chart: unknown): unknown {
  if (!isMapping(chart)) return chart;
  const { templates, files, ...rest } = without(chart, ['modtime', 'schemamodtime']);
  return { ...rest, templates: allUndated(templates), files: allUndated(files) };
}

const allUndated = (files: unknown): readonly unknown[] =>
  Array.isArray(files)
    ? files.map((file) => (isMapping(file) ? without(file, ['modtime']) : file))
    : [];

const without = (from: object, keys: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(from).filter(([key]) => !keys.includes(key)));
