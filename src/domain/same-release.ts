import { isMapping } from './deep-merge.ts';
import { diffValues } from './diff-values.ts';
import type { RawRelease } from './release-record.ts';

/**
 * Whether a rendering is, byte for byte, what a stored revision was made of: chart, values, manifest
 * and hooks. What differs from one run to the next without meaning anything does not count: when a
 * hook last ran, when a file was written.
 */
export function isSameRelease(rendered: RawRelease, stored: RawRelease): boolean {
  if ((rendered.manifest ?? '') !== (stored.manifest ?? '')) return false;
  return diffValues(essence(rendered), essence(stored)).length === 0;
}

const PASSING = ['last_run', 'modtime'];

const essence = ({ chart, config, hooks }: RawRelease): unknown =>
  timeless({ chart, config: config ?? {}, hooks: hooks ?? [] });

function timeless(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(timeless);
  if (!isMapping(value)) return value ?? undefined;
  const entries = Object.entries(value).filter(([key]) => !PASSING.includes(key));
  return Object.fromEntries(entries.map(([key, part]) => [key, timeless(part)]));
}
