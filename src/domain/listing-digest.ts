import { createHash } from 'node:crypto';

/** A file as far as a digest needs it. */
export interface ListedFile {
  /** Relative, with `/`. */
  readonly path: string;
  /** 64 hex digits over the content. */
  readonly sha256: string;
}

/**
 * One digest for a set of files: sha256 over their listing, sorted by the bytes of the path, so that
 * neither the machine's locale nor the order of reading changes it.
 * @returns `sha256:` and 64 hex digits
 */
export function listingDigest(files: readonly ListedFile[]): string {
  const bytes = (file: ListedFile): Buffer => Buffer.from(file.path);
  const listing = [...files]
    .sort((a, b) => Buffer.compare(bytes(a), bytes(b)))
    .map((file) => `${file.sha256}  ${JSON.stringify(file.path)}\n`)
    .join('');
  return `sha256:${createHash('sha256').update(listing).digest('hex')}`;
}
