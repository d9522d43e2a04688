import { createHmac } from 'node:crypto';
import { isMapping } from './deep-merge.ts';
import { diffValues, type FieldChange } from './diff-values.ts';
import type { KubeObject } from './manifest.ts';
import { LAST_APPLIED } from './redact-manifest.ts';

/** An object of the new manifest with what the cluster has and would have. */
export interface Compared {
  readonly wanted: KubeObject;
  readonly live: KubeObject | 'absent' | 'unknown';
  /** As it would be (server-side dry run); undefined where nobody could say. */
  readonly result: KubeObject | undefined;
  /**
   * As the manifest of the live revision has it. Where helm applies from its own machine it takes
   * away what that one had and the new one has not: no dry run on the server shows it.
   */
  readonly recorded: KubeObject | undefined;
}

export interface ObjectChange {
  /** `unknown`: it could not be compared, and may change. */
  readonly action: 'added' | 'changed' | 'removed' | 'unknown';
  /** As it is wanted, or, removed, as it was. */
  readonly object: KubeObject;
  /** What differs of a changed one. Values of Secrets are hashes. */
  readonly fields: readonly FieldChange[];
}

/**
 * What an upgrade would change. Fields that only the server writes do not count; nothing is told of
 * objects that stay as they are.
 * @param removed what the upgrade would delete
 * @param salt of the hashes in place of Secret values, new for each run: without it a short
 *   password could be guessed from its hash
 */
export function diffObjects(
  compared: readonly Compared[],
  removed: readonly KubeObject[],
  salt: string,
): readonly ObjectChange[] {
  return [
    ...compared.flatMap((one) => changeOf(one, salt)),
    ...removed.map((object): ObjectChange => ({ action: 'removed', object, fields: [] })),
  ];
}

function changeOf(
  { wanted, live, result, recorded }: Compared,
  salt: string,
): readonly ObjectChange[] {
  if (live === 'absent') return [{ action: 'added', object: wanted, fields: [] }];
  if (live === 'unknown' || !result) return [{ action: 'unknown', object: wanted, fields: [] }];
  const seen = diffValues(comparable(live, salt), comparable(result, salt));
  const lost = diffValues(recorded && comparable(recorded, salt), comparable(wanted, salt)).filter(
    ({ path, to }) =>
      recorded && to === undefined && !seen.some((one) => one.path.startsWith(path)),
  );
  const fields = [...seen, ...lost].sort((a, b) => (a.path < b.path ? -1 : 1));
  return fields.length === 0 ? [] : [{ action: 'changed', object: wanted, fields }];
}

const SERVER_SET = [
  'creationTimestamp',
  'generation',
  'managedFields',
  'resourceVersion',
  'selfLink',
  'uid',
];

/** An object without what the server writes, and a Secret without its values. */
function comparable(object: KubeObject, salt: string): Readonly<Record<string, unknown>> {
  const { status: _, metadata, ...rest } = object;
  const { annotations, ...about } = metadata;
  const kept = Object.entries(about).filter(([key]) => !SERVER_SET.includes(key));
  const { [LAST_APPLIED]: __, ...notes } = annotations ?? {};
  const whole = {
    ...rest,
    metadata: {
      ...Object.fromEntries(kept),
      ...(Object.keys(notes).length > 0 && { annotations: notes }),
    },
  };
  return object.kind === 'Secret' ? withHashes(whole, salt) : whole;
}

/** Values given as text and as base64 are the same to Kubernetes; text wins. */
function withHashes(
  secret: Readonly<Record<string, unknown>>,
  salt: string,
): Readonly<Record<string, unknown>> {
  const { data, stringData, ...rest } = secret;
  const texts = isMapping(stringData) ? Object.entries(stringData) : [];
  const values = [
    ...Object.entries(isMapping(data) ? data : {}),
    ...texts.map(([key, text]) => [key, Buffer.from(String(text)).toString('base64')] as const),
  ];
  const hashed = values.map(([key, value]) => {
    const hash = createHmac('sha256', salt).update(String(value)).digest('hex');
    return [key, `sha256:${hash.slice(0, 12)}`] as const;
  });
  return { ...rest, ...(hashed.length > 0 && { data: Object.fromEntries(hashed) }) };
}
