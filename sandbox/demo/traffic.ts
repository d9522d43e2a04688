import { setTimeout as sleep } from 'node:timers/promises';

export interface TrafficReport {
  readonly requests: number;
  readonly failed: readonly string[];
  /** Answers by version, in the order the versions were first seen. */
  readonly versions: ReadonlyMap<string, number>;
}

/**
 * Asks a service for its version over and over, one request after the other on connections of
 * their own, until stopped; at most `limitMs`.
 */
export function startTraffic(
  url: string,
  limitMs = 120_000,
): { stop: () => Promise<TrafficReport> } {
  const failed: string[] = [];
  const versions = new Map<string, number>();
  const over = new AbortController();
  let requests = 0;
  const loop = (async () => {
    for (const end = Date.now() + limitMs; !over.signal.aborted && Date.now() < end; ) {
      requests++;
      try {
        const version = await askVersion(url);
        versions.set(version, (versions.get(version) ?? 0) + 1);
      } catch (error) {
        failed.push(error instanceof Error ? `${error.message} ${String(error.cause ?? '')}` : '');
      }
      await sleep(20);
    }
  })();
  return {
    stop: async () => {
      over.abort();
      await loop;
      return { requests, failed, versions };
    },
  };
}

/** A visitor is patient: the machine can stall for seconds. */
const PATIENCE_MS = 20_000;

/** The version a service answers with. @throws {Error} on any status but 200 and after 20 s */
export async function askVersion(url: string): Promise<string> {
  const response = await fetch(new URL('/version', url), {
    headers: { connection: 'close' },
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (response.status !== 200) throw new Error(`${response.status} from ${url}`);
  return ((await response.json()) as { version: string }).version;
}
