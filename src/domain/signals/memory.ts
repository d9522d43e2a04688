import type { Container, Terminated } from './pod.ts';

/** The words of runc, and of CRI-O, for a limit that not even the runtime's own first step fits in. */
export const NO_MEMORY_TO_START = /memory limit (\d+ )?too low/;

/** A run that ended for want of memory, or could not begin. */
export const endedByMemory = ({ reason, message = '' }: Terminated): boolean =>
  reason === 'OOMKilled' || (reason === 'StartError' && NO_MEMORY_TO_START.test(message));

/** ` (64Mi)`, or nothing where there is no limit. */
export function limitText({ resources }: Container): string {
  const memory = resources?.limits?.memory;
  return memory === undefined ? '' : ` (${memory})`;
}
