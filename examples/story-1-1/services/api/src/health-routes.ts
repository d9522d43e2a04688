import { within } from './deadline.ts';
import type { Fault } from './fault.ts';
import { reason } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Reply, Route } from './router.ts';

const CHECK_MS = 1_500;

export interface HealthParts {
  /** What a ready instance can reach, by name; each resolves when it answers. */
  readonly checks: Readonly<Record<string, () => Promise<unknown>>>;
  /** Why this instance takes no requests whatever the checks say; undefined when it does. */
  readonly away: () => string | undefined;
  readonly fault: Fault;
  readonly metrics: Metrics;
  readonly version: string;
  readonly commit: string;
}

/** The endpoints for Kubernetes, Prometheus and whoever asks what runs here. */
export function healthRoutes(parts: HealthParts): readonly Route[] {
  const { metrics, version, commit } = parts;
  const text = async (): Promise<Reply> => ({
    status: 200,
    body: await metrics.text(),
    headers: { 'content-type': metrics.contentType },
  });
  return [
    // Says that the process answers, nothing more: a restart does not bring a database back.
    {
      method: 'GET',
      path: '/health/live',
      answer: () => ({ status: 200, body: { status: 'ok' } }),
    },
    { method: 'GET', path: '/health/ready', answer: () => readiness(parts) },
    { method: 'GET', path: '/version', answer: () => ({ status: 200, body: { version, commit } }) },
    { method: 'GET', path: '/metrics', answer: text },
  ];
}

async function readiness({ checks, away, fault }: HealthParts): Promise<Reply> {
  const why = fault.failsHealth() ? 'this failure was asked for by FAIL=health' : away();
  if (why) return { status: 503, body: { status: 'not ready', reason: why } };
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await outcome(name, check)]),
  );
  const ready = results.every(([, result]) => result === 'ok');
  const body = { status: ready ? 'ok' : 'not ready', checks: Object.fromEntries(results) };
  return { status: ready ? 200 : 503, body };
}

async function outcome(name: string, check: () => Promise<unknown>): Promise<string> {
  try {
    await within(CHECK_MS, name, check());
    return 'ok';
  } catch (error) {
    return reason(error);
  }
}
