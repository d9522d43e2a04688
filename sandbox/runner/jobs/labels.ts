import type { Scope } from '../language/evaluate.ts';
import { resolve, type Token } from '../language/template.ts';
import { isObject } from '../language/value.ts';
import type { RunnerSettings } from '../settings.ts';

/** What the one runner of the sandbox answers to. */
const LABELS = [
  'ubuntu-latest',
  'ubuntu-24.04',
  'ubuntu-22.04',
  'self-hosted',
  'linux',
  'x64',
  'arm64',
];

/**
 * Why no runner takes the job, or `undefined`. On GitHub it would wait for a day; here it fails at
 * once.
 */
export function refuseLabels(
  settings: RunnerSettings,
  runsOn: Token | undefined,
  scope: Scope,
): string | undefined {
  const value = runsOn === undefined ? [] : resolve(runsOn, scope);
  if (isObject(value)) return "runs-on: groups are not known to the sandbox's runner";
  const asked = [value].flat().map(String);
  const offered = (settings.labels ?? LABELS).map((label) => label.toLowerCase());
  const missing = asked.filter((label) => !offered.includes(label.toLowerCase()));
  return missing.length === 0
    ? undefined
    : `No runner has the label ${missing.join(', ')}; the sandbox's has ${offered.join(', ')}`;
}
