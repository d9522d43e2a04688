import { type KubeObject, objectName } from './manifest.ts';

export type FindingKind =
  /** Somebody else set the field, and helm would not overwrite it. */
  | 'conflict'
  | 'immutable'
  | 'invalid'
  /** An admission policy or webhook, or Pod Security, said no. */
  | 'denied'
  | 'quota'
  /** The API server does not know the kind. */
  | 'unserved'
  | 'no-namespace'
  /** An admission webhook did not answer; it may by the time helm comes. */
  | 'webhook-down'
  /** We may not ask, or got no answer: nothing is known. */
  | 'not-checked';

/** One thing that applying an object would run into. */
export interface Finding {
  readonly kind: FindingKind;
  readonly object: KubeObject;
  /** `spec.replicas`; `''` where it is not about one field. */
  readonly field: string;
  /** Who set the field of a conflict: `kubectl (scale)`; `''` otherwise. */
  readonly manager: string;
  /** The API server's words, without the dumps of whole objects. */
  readonly message: string;
}

/** An answer of the API server to an apply, as far as it tells why not. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly causes: readonly {
    readonly reason?: string;
    readonly message?: string;
    readonly field?: string;
  }[];
}

const IMMUTABLE = /is immutable|updates to \w+ spec for fields other than|may not be changed/;

/** One row per way of the API server to say no, the first that fits counts (seen on 1.35). */
const REFUSALS: readonly {
  readonly status: number | 'any';
  readonly says?: RegExp;
  readonly kind: FindingKind;
}[] = [
  { status: 'any', says: /failed calling webhook/, kind: 'webhook-down' },
  { status: 'any', says: /does not support dry.?run/i, kind: 'not-checked' },
  { status: 403, says: /exceeded quota|failed quota/, kind: 'quota' },
  // The quota has just been made; a moment later it is counted.
  { status: 403, says: /status unknown for quota/, kind: 'not-checked' },
  // RBAC; what a policy forbids names no verb.
  { status: 403, says: /cannot (patch|create|get|update) resource/, kind: 'not-checked' },
  { status: 403, kind: 'denied' },
  { status: 'any', says: /denied the request/, kind: 'denied' },
  { status: 404, says: /^namespaces /, kind: 'no-namespace' },
  { status: 404, kind: 'unserved' },
  { status: 422, says: IMMUTABLE, kind: 'immutable' },
  { status: 422, kind: 'invalid' },
  { status: 400, kind: 'invalid' },
  { status: 413, kind: 'invalid' },
  // A field that the schema does not have, or of another type, is a 500 here and not a 422.
  { status: 500, says: /failed to create typed patch object/, kind: 'invalid' },
];

/** What a refused server-side apply of an object means; at least one finding. */
export function findingsOf(object: KubeObject, refusal: Refusal): readonly Finding[] {
  const { status, message, causes } = refusal;
  const conflicts = causes.filter(({ reason }) => reason === 'FieldManagerConflict');
  if (status === 409 && conflicts.length > 0) {
    return conflicts.map((cause) => ({
      kind: 'conflict',
      object,
      field: fieldOf(cause.field),
      manager: managerOf(cause.message ?? ''),
      message: cause.message ?? message,
    }));
  }
  const row = REFUSALS.find(
    (one) => (one.status === 'any' || one.status === status) && (one.says?.test(message) ?? true),
  );
  const kind = row?.kind ?? 'not-checked';
  if ((kind !== 'immutable' && kind !== 'invalid') || causes.length === 0) {
    const field = fieldOf(/: (\.[^:\s]+): /.exec(message)?.[1]);
    return [{ kind, object, field, manager: '', message: shorten(message) }];
  }
  return causes.map((cause) => ({
    kind: IMMUTABLE.test(cause.message ?? '') ? 'immutable' : 'invalid',
    object,
    field: fieldOf(cause.field),
    manager: '',
    message: shorten(cause.message ?? message),
  }));
}

const fieldOf = (field = ''): string => field.replace(/^\./, '');

/** `conflict with "kubectl" with subresource "scale" using apps/v1` → `kubectl (scale)`. */
function managerOf(message: string): string {
  const manager = /with "([^"]*)"/.exec(message)?.[1] ?? '';
  const subresource = /with subresource "([^"]*)"/.exec(message)?.[1];
  return subresource ? `${manager} (${subresource})` : manager;
}

/** `Invalid value: {… the whole pod template …}: field is immutable`: the end is what matters. */
const shorten = (message: string): string =>
  message.replace(/Invalid value: \{.*\}: /s, '').slice(0, 500);

/** One line for people: `Deployment/web spec.replicas: …`. */
export function describeFinding({ object, field, message }: Finding): string {
  const name = objectName(object);
  return `${field ? `${name} ${field}` : name}: ${message}`;
}
