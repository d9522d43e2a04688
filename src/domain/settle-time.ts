import type { KubeObject } from './manifest.ts';

interface Probe {
  readonly initialDelaySeconds?: number;
  readonly periodSeconds?: number;
  readonly failureThreshold?: number;
  readonly timeoutSeconds?: number;
}
interface Container {
  readonly livenessProbe?: Probe;
  readonly readinessProbe?: Probe;
}

const LEAST = 5;
const MOST = 60;
/** Nothing tests the container, so only its end can show: long enough for a crash soon after the start. */
const WITHOUT_READINESS = 15;
const KINDS = ['Deployment', 'StatefulSet', 'DaemonSet'];

/**
 * How long to watch on after helm says done, in ms: until each probe of the manifest had the time
 * to fail as often as it needs, since helm saw it pass once at most. Between 5 and 60 s.
 */
export function settleTime(manifest: readonly KubeObject[]): number {
  const seconds = manifest
    .filter(({ kind }) => KINDS.includes(kind))
    .flatMap(containersOf)
    .flatMap(({ livenessProbe, readinessProbe }) => [
      timeToFail(livenessProbe, 0),
      timeToFail(readinessProbe, WITHOUT_READINESS),
    ]);
  return 1000 * Math.min(MOST, Math.max(LEAST, ...seconds));
}

function containersOf({ spec }: KubeObject): readonly Container[] {
  const { template } = (spec ?? {}) as {
    readonly template?: { readonly spec?: { readonly containers?: readonly Container[] } };
  };
  return template?.spec?.containers ?? [];
}

/** The first probe comes at any time within a period, and what the kubelet does is told a little later. */
const SLACK = 2;

/** The defaults are those of Kubernetes. */
function timeToFail(probe: Probe | undefined, without: number): number {
  if (!probe) return without;
  const { initialDelaySeconds = 0, periodSeconds = 10 } = probe;
  const { failureThreshold = 3, timeoutSeconds = 1 } = probe;
  return initialDelaySeconds + periodSeconds * (failureThreshold + 1) + timeoutSeconds + SLACK;
}
