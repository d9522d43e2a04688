/** What `work` comes to, or a rejection when `giveUp` is aborted first; the work itself goes on. */
export function inTime<T>(work: Promise<T>, giveUp: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = (): void => reject(new Error('no answer in time'));
    if (giveUp.aborted) late();
    giveUp.addEventListener('abort', late, { once: true });
    work.then(resolve, reject).finally(() => giveUp.removeEventListener('abort', late));
  });
}
