/**
 * Like Promise.all, but leaves nothing running behind: a failure is thrown when all have ended, so
 * that whoever holds a lock for them does not give it away too early.
 */
export async function together<T extends readonly unknown[]>(
  steps: readonly [...{ [K in keyof T]: Promise<T[K]> }],
): Promise<T> {
  await Promise.allSettled(steps);
  return (await Promise.all(steps)) as unknown as T;
}
