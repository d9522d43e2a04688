import type { RevisionStatus } from '../domain/history.ts';
import type { RawHook, RawRelease, ReleaseRecord } from '../domain/release-record.ts';
import type { Hook } from '../domain/rollout.ts';
import { parseManifest } from './parse-manifest.ts';

/**
 * A release as Helm writes it down, in its Secret and as the JSON of a dry run.
 * @throws {ActionError} `helm-failed` for a manifest that is no YAML
 */
export const parseRelease = (raw: RawRelease): ReleaseRecord => ({
  version: raw.version ?? 0,
  status: (raw.info?.status ?? 'unknown') as RevisionStatus,
  description: raw.info?.description ?? '',
  manifest: parseManifest(raw.manifest ?? ''),
  hooks: (raw.hooks ?? []).flatMap(toHook),
  raw,
});

function toHook(hook: RawHook): readonly Hook[] {
  const { events, weight = 0, manifest = '' } = hook;
  return parseManifest(manifest).map((object) => ({ object, events: events ?? [], weight }));
}
