import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly contentType: string;
  readonly text: () => Promise<string>;
  /** `route` is the pattern, not the path: paths would make a series per story. */
  readonly answered: (method: string, route: string, code: number, seconds: number) => void;
}

/** Prometheus metrics of this process, with the version in `story_build_info`. */
export function createMetrics(version: string, commit: string): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Answered HTTP requests',
    labelNames: ['method', 'route', 'code'],
    registers,
  });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request line to the end of the answer',
    labelNames: ['method', 'route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  const info = new Gauge({
    name: 'story_build_info',
    help: 'Always 1; the labels say which build runs',
    labelNames: ['version', 'commit'],
    registers,
  });
  info.set({ version, commit }, 1);
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    answered: (method, route, code, seconds) => {
      requests.inc({ method, route, code });
      durations.observe({ method, route }, seconds);
    },
  };
}
