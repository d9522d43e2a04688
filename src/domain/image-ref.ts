import { ActionError } from '../errors.ts';

/** Where images live: `ghcr.io` + `acme/shop/api`. Docker Hub is `docker.io`, never left out. */
export interface Repository {
  /** `host` or `host:port`, as in the reference. */
  readonly host: string;
  readonly path: string;
}

/** A repository with a tag (a label for humans), a digest (what is meant), both or neither. */
export interface ImageRef extends Repository {
  readonly tag?: string;
  /** `sha256:` and 64 hex digits. */
  readonly digest?: string;
}

const HUB = 'docker.io';
const HOST =
  /^(?:\[[0-9a-fA-F:]+\]|[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*)(?::\d{1,5})?$/;
const PATH_PART = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
/** Of `host/path`, https://github.com/distribution/reference/blob/main/reference.go */
const NAME_LIMIT = 255;

export const isTag = (text: string): boolean => TAG.test(text);
export const isDigest = (text: string): boolean => DIGEST.test(text);

/**
 * Reads `[host/]path[:tag][@digest]` by the rules of docker: without a host it is Docker Hub, and
 * there a single name is below `library/`. @throws {ActionError} `invalid-input`
 */
export function parseImageRef(text: string): ImageRef {
  if (text.includes('://')) throw refused(text, `leave "${text.split('://')[0]}://" out`);
  const [beforeDigest = '', digest, ...more] = text.split('@');
  if (more.length > 0 || (digest !== undefined && !isDigest(digest))) {
    throw refused(text, 'a digest is sha256: and 64 hex digits');
  }
  // A colon before the last slash belongs to the host's port.
  const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1);
  const name = colon < 0 ? beforeDigest : beforeDigest.slice(0, colon);
  const tag = colon < 0 ? undefined : beforeDigest.slice(colon + 1);
  if (tag !== undefined && !isTag(tag)) {
    throw refused(text, 'a tag has up to 128 of A-Z a-z 0-9 _ . - and starts with none of . -');
  }
  return {
    ...splitName(name, text),
    ...(tag !== undefined && { tag }),
    ...(digest !== undefined && { digest }),
  };
}

/** Reads `[host/]path`; a tag or a digest is refused. @throws {ActionError} `invalid-input` */
export function parseRepository(text: string): Repository {
  const { host, path, tag, digest } = parseImageRef(text);
  if (tag !== undefined) throw refused(text, `leave the tag ":${tag}" out`);
  if (digest !== undefined) throw refused(text, 'leave the digest out');
  return { host, path };
}

/** `ghcr.io/acme/shop/api`, with the host always written out. */
export const formatRepository = ({ host, path }: Repository): string => `${host}/${path}`;

/** `repository[:tag][@digest]`. */
export const formatImageRef = (ref: ImageRef): string =>
  `${formatRepository(ref)}${ref.tag === undefined ? '' : `:${ref.tag}`}${
    ref.digest === undefined ? '' : `@${ref.digest}`
  }`;

function splitName(name: string, text: string): Repository {
  const slash = name.indexOf('/');
  const first = name.slice(0, Math.max(slash, 0));
  const isHost = /[.:[]/.test(first) || first === 'localhost' || first !== first.toLowerCase();
  const host = isHost ? hubName(first) : HUB;
  const below = isHost ? name.slice(slash + 1) : name;
  const path = host === HUB && !below.includes('/') ? `library/${below}` : below;
  if (!HOST.test(host)) throw refused(text, `"${host}" is not a registry's host`);
  if (!path.split('/').every((part) => PATH_PART.test(part))) {
    const lower = path.toLowerCase() !== path ? ` (write it in lower case)` : '';
    throw refused(text, `"${path}" is not a repository path${lower}`);
  }
  if (host.length + 1 + path.length > NAME_LIMIT) {
    throw refused(text, `longer than ${NAME_LIMIT} characters`);
  }
  return { host, path };
}

const hubName = (host: string): string => (host === 'index.docker.io' ? HUB : host);

const refused = (text: string, why: string): ActionError =>
  new ActionError('invalid-input', `"${text}" is not an image reference: ${why}`, {
    hint: 'write it like ghcr.io/acme/shop/api',
  });
