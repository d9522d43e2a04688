import { readFileSync } from 'node:fs';
import { run } from './run.ts';

/** Mount points at or below the folder, the latest mounted first. */
export function mountsBelow(folder: string): string[] {
  return readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .map((line) => fromOctal(line.split(' ')[1] ?? ''))
    .filter((point) => point === folder || point.startsWith(`${folder}/`))
    .reverse();
}

/**
 * Unmounts everything at or below the folder. Fails when something stays mounted: the caller is
 * about to delete the folder, and with it what a leftover mount would show there.
 */
export async function unmountBelow(folder: string): Promise<void> {
  const points = mountsBelow(folder);
  // Lazy: what is still open somewhere must not keep the rest.
  if (points.length > 0) await run(['umount', '--lazy', '--', ...points]).catch(() => {});
  const left = mountsBelow(folder);
  if (left.length > 0) throw new Error(`cannot unmount ${left.join(', ')}: umount it by hand`);
}

/** The kernel writes space, tab, newline and backslash as octal. */
function fromOctal(point: string): string {
  return point.replace(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  );
}
