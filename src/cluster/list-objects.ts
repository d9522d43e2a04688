import type { KubeObject } from '../domain/manifest.ts';
import type { Cluster } from './connect.ts';
import { type Listing, trim } from './known-objects.ts';

/** A page of so many pods is some 800 KB of text, which is garbage before the next one comes. */
const PAGE = 100;

interface Page {
  readonly apiVersion: string;
  readonly metadata: { readonly resourceVersion: string; readonly continue?: string };
  readonly items: readonly KubeObject[] | null;
}

/**
 * Reads a whole collection, page by page, all of one moment. An item of a list lacks its kind.
 * @returns the listing, or the status that refused it
 */
export async function listObjects(
  call: Cluster['call'],
  place: { readonly kind: string; readonly path: string; readonly selector?: string },
): Promise<Listing | { readonly refused: number; readonly body: unknown }> {
  const items: KubeObject[] = [];
  let next: string | undefined;
  for (;;) {
    const answer = await call({
      path: collectionPath(place, { limit: String(PAGE), ...(next && { continue: next }) }),
      timeoutMs: 30_000,
    });
    if (answer.status !== 200) return { refused: answer.status, body: answer.body };
    const page = answer.body as Page;
    const type = { apiVersion: page.apiVersion, kind: place.kind };
    for (const item of page.items ?? []) items.push(trim({ ...item, ...type }));
    next = page.metadata.continue;
    if (!next) return { resourceVersion: page.metadata.resourceVersion, items };
  }
}

/** The newest version of a collection, without its objects. */
export async function readVersion(
  call: Cluster['call'],
  place: { readonly path: string; readonly selector?: string },
): Promise<Listing | { readonly refused: number; readonly body: unknown }> {
  const answer = await call({ path: collectionPath(place, { limit: '1' }) });
  if (answer.status !== 200) return { refused: answer.status, body: answer.body };
  return { resourceVersion: (answer.body as Page).metadata.resourceVersion, items: [] };
}

/** The path of a collection with its selector and further parameters. */
export function collectionPath(
  place: { readonly path: string; readonly selector?: string },
  parameters: Readonly<Record<string, string>>,
): string {
  const query = new URLSearchParams({
    ...(place.selector && { labelSelector: place.selector }),
    ...parameters,
  });
  return `${place.path}?${query}`;
}
