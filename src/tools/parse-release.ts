import type { Hook } from '../domain/assessment.ts';
import type { RevisionStatus } from '../domain/history.ts';
import type { KubeObject } from '../domain/manifest.ts';
import type { RawHook, RawRelease, ReleaseRecord } from '../domain/release-record.ts';
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

const HOOK = 'helm.sh/hook';

/** What `helm template` prints: hooks stand among the objects, told by their annotation. */
export function recordOfTemplate(text: string): ReleaseRecord {
  const objects = parseManifest(text);
  const isHook = ({ metadata }: KubeObject): boolean => metadata?.annotations?.[HOOK] !== undefined;
  const hooks = objects.filter(isHook).map((object): Hook => {
    const { annotations = {} } = object.metadata;
    const events = String(annotations[HOOK])
      .split(',')
      .map((event) => event.trim());
    return { object, events, weight: Number(annotations[`${HOOK}-weight`] ?? 0) };
  });
  const manifest = objects.filter((object) => !isHook(object));
  return { version: 0, status: 'unknown', description: '', manifest, hooks, raw: {} };
}
