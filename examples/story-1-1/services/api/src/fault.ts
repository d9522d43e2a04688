import type { Settings } from './settings.ts';

/** Faults on purpose, for rollback drills: see FAIL in the README. */
export interface Fault {
  /** Asked once per request about stories: answer this one with 500? Yes for every second one. */
  readonly failsRequest: () => boolean;
  readonly failsHealth: () => boolean;
  /** A bug that neither health checks nor error rates show: views are not counted. */
  readonly losesViews: () => boolean;
}

/** `uptime` in seconds; the fault begins `afterSeconds` after the start of the process. */
export function createFault(fault: Settings['fault'], uptime: () => number): Fault {
  const on = (kind: Settings['fault']['kind']): boolean =>
    fault.kind === kind && uptime() >= fault.afterSeconds;
  let requests = 0;
  return {
    failsRequest: () => {
      if (!on('errors')) return false;
      requests += 1;
      return requests % 2 === 0;
    },
    failsHealth: () => on('health'),
    losesViews: () => on('views'),
  };
}
