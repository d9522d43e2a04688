import { setTimeout as sleep } from 'node:timers/promises';
import type { TestNamespace } from './namespace.ts';

/** A value of the web chart: its pods get ready when they are let, not after some time. */
export const HELD = 'warmUpSeconds: 0; while ! test -e /tmp/go; do sleep 1; done\n';

/** Lets the release's pods get ready, also those that come later, until `run` has ended. */
export async function letGo<T>(
  { kubectl }: Pick<TestNamespace, 'kubectl'>,
  release: string,
  run: Promise<T>,
): Promise<T> {
  const over = run.then(
    () => true,
    () => true,
  );
  const free = (pod: string) => kubectl('exec', pod, '--', 'touch', '/tmp/go');
  do {
    const pods = await kubectl('get', 'pods', '--selector', `app=${release}`, '--output', 'name');
    // One that has not started yet, or is gone, refuses it.
    await Promise.allSettled(pods.split('\n').filter(Boolean).map(free));
  } while (!(await Promise.race([over, sleep(500, false)])));
  return run;
}
