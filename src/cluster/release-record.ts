import { promisify } from 'node:util';
import { constants, gunzip, gzip } from 'node:zlib';
import { asFailed, type RawRelease, type ReleaseRecord } from '../domain/release-record.ts';
import { ActionError } from '../errors.ts';
import { parseRelease } from '../tools/parse-release.ts';
import { type Cluster, type KubeAnswer, statusMessage } from './connect.ts';

/** Which revision of which release. */
export interface RevisionPlace {
  readonly namespace: string;
  readonly release: string;
  readonly revision: number;
}

interface ReleaseSecret {
  readonly metadata: {
    readonly resourceVersion?: string;
    readonly creationTimestamp?: string;
    readonly managedFields?: readonly { readonly time?: string }[];
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly data?: { readonly release?: string };
}

/** Somebody else may write between our read and our write; so often we look again. */
const TRIES = 5;
/** A Secret holds 1 MiB; this is far above what Helm packs into it. */
const LARGEST_RECORD = 256 * 1024 * 1024;

const unpack = promisify(gunzip);
const pack = promisify(gzip);

/**
 * What Helm stored of one revision; it is there from the moment the revision is pending.
 * @returns undefined when there is no such revision (yet)
 * @throws {ActionError} `cluster-refused`; `helm-failed` for a body that Helm did not write
 */
export async function readReleaseRecord(
  cluster: Pick<Cluster, 'call'>,
  place: RevisionPlace,
): Promise<ReleaseRecord | undefined> {
  const secret = await readSecret(cluster, place);
  if (secret === undefined) return undefined;
  return parseRelease({ version: place.revision, ...(await decode(secret, place)) });
}

/**
 * When the revision's Secret was last written, in ms since 1970 by the API server's clock.
 * @returns undefined when there is no such revision
 */
export async function readLastChange(
  cluster: Pick<Cluster, 'call'>,
  place: RevisionPlace,
): Promise<number | undefined> {
  const secret = await readSecret(cluster, place);
  if (secret === undefined) return undefined;
  const { creationTimestamp, managedFields = [] } = secret.metadata;
  const times = [creationTimestamp, ...managedFields.map(({ time }) => time)];
  return Math.max(...times.map((time) => Date.parse(time ?? '')).filter(Number.isFinite), 0);
}

/**
 * Ends a pending revision on paper: status `failed`, in the body (which Helm reads) and the label.
 * Nothing else of the record changes, and nothing is deployed. The Secret is sealed (`immutable`): a
 * helm that outlived its run would call the revision `deployed` when it sees somebody else's pods
 * ready. Helm can still read and delete it, and takes a refused write for a warning (measured).
 * @returns false when the revision is not pending any more: whoever made it has ended it
 * @throws {ActionError} as `rewriteRecord`
 */
export function settlePending(
  cluster: Pick<Cluster, 'call'>,
  place: RevisionPlace,
  description: string,
): Promise<boolean> {
  const change = (raw: RawRelease): RawRelease | undefined =>
    raw.info?.status?.startsWith('pending-') ? asFailed(raw, description) : undefined;
  return rewrite(cluster, place, change, { immutable: true });
}

/**
 * Changes the stored record of a revision in one step; when somebody else was quicker, `change` sees
 * what they wrote, and `undefined` leaves it as it is. Numbers that JavaScript cannot hold exactly
 * are those that Helm rounds in the same way when it reads the record.
 * @returns whether it was changed; false also when there is no such revision
 * @throws {ActionError} `cluster-refused` without get and update on Secrets (Helm needs both too),
 *   or for a revision that is sealed
 */
export function rewriteRecord(
  cluster: Pick<Cluster, 'call'>,
  place: RevisionPlace,
  change: (raw: RawRelease) => RawRelease | undefined,
): Promise<boolean> {
  return rewrite(cluster, place, change, {});
}

async function rewrite(
  cluster: Pick<Cluster, 'call'>,
  place: RevisionPlace,
  change: (raw: RawRelease) => RawRelease | undefined,
  seal: { readonly immutable?: true },
): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    const secret = await readSecret(cluster, place);
    const changed = secret && change(await decode(secret, place));
    if (secret === undefined || changed === undefined) return false;
    const { metadata } = secret;
    const status = changed.info?.status ?? 'unknown';
    const answer = await cluster.call({
      method: 'PUT',
      path: pathOf(place),
      body: {
        ...secret,
        ...seal,
        metadata: { ...metadata, labels: { ...metadata.labels, status } },
        data: { ...secret.data, release: await encode(changed) },
      },
    });
    if (answer.status === 200) return true;
    if (answer.status === 404) return false;
    if (answer.status !== 409 || attempt >= TRIES) throw refused('write', place, answer);
  }
}

const pathOf = ({ namespace, release, revision }: RevisionPlace): string =>
  `/api/v1/namespaces/${namespace}/secrets/sh.helm.release.v1.${release}.v${revision}`;

async function readSecret(
  cluster: Pick<Cluster, 'call'>,
  place: RevisionPlace,
): Promise<ReleaseSecret | undefined> {
  const answer = await cluster.call({ path: pathOf(place) });
  if (answer.status === 200) return answer.body as ReleaseSecret;
  if (answer.status === 404) return undefined;
  throw refused('read', place, answer);
}

/** Base64 by Kubernetes, base64 by Helm, gzip (since Helm 3.0 always), JSON. */
async function decode(secret: ReleaseSecret, place: RevisionPlace): Promise<RawRelease> {
  try {
    const stored = Buffer.from(secret.data?.release ?? '', 'base64').toString('latin1');
    const packed = Buffer.from(stored, 'base64');
    const json = await unpack(packed, { maxOutputLength: LARGEST_RECORD });
    return JSON.parse(json.toString('utf8')) as RawRelease;
  } catch (cause) {
    throw new ActionError(
      'helm-failed',
      `The record of revision ${place.revision} of ${place.release} cannot be read`,
      {
        cause,
        hint: `Helm cannot read it either: helm history ${place.release} --namespace ${place.namespace}`,
      },
    );
  }
}

async function encode(raw: RawRelease): Promise<string> {
  const packed = await pack(JSON.stringify(raw), { level: constants.Z_BEST_COMPRESSION });
  return Buffer.from(packed.toString('base64'), 'latin1').toString('base64');
}

function refused(verb: string, place: RevisionPlace, answer: KubeAnswer): ActionError {
  return new ActionError(
    'cluster-refused',
    `Cannot ${verb} revision ${place.revision} of ${place.release}: ${statusMessage(answer)}`,
    {
      hint: `Grant get, list, create, update, delete on secrets in ${place.namespace}.`,
      status: answer.status,
    },
  );
}
