import { notFound } from './rest-error.ts';

/** The item that a route names. @param id the part of the path, as it came @throws 404 */
export function needById<Item extends { readonly id: number }>(
  items: readonly Item[],
  id: string | undefined,
): Item {
  const wanted = Number(id);
  const found = items.find((item) => item.id === wanted);
  if (!found) throw notFound();
  return found;
}
