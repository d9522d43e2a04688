/** Runs `body` for each item, at most `width` at a time; the answers are in the items' order. */
export async function pool<T, R>(
  items: readonly T[],
  width: number,
  body: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const answers: R[] = [];
  const waiting = items.entries();
  const work = async (): Promise<void> => {
    for (const [index, item] of waiting) answers[index] = await body(item);
  };
  await Promise.all(Array.from({ length: width }, work));
  return answers;
}
