/**
 * Does `body` for every item, at most `limit` at a time, and keeps the order of the results. The
 * first failure ends the rest.
 */
export async function atOnce<Item, Result>(
  items: readonly Item[],
  limit: number,
  body: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await body(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}
