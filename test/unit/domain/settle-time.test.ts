import type { KubeObject } from '../../../src/domain/manifest.ts';
import { settleTime } from '../../../src/domain/settle-time.ts';
import { deployment } from './cluster-objects.ts';

const probed = (...containers: readonly object[]): KubeObject =>
  deployment('web', { spec: { template: { spec: { containers } } } });
const fast = { httpGet: {}, periodSeconds: 1, failureThreshold: 1 };
const slow = { httpGet: {}, initialDelaySeconds: 300 };

describe('settleTime', () => {
  test.each([
    ['nothing that runs', [], 5_000],
    ['fast probes', [probed({ readinessProbe: fast, livenessProbe: fast })], 5_000],
    ['no probes at all', [probed({})], 15_000],
    ['the defaults of Kubernetes', [probed({ readinessProbe: { httpGet: {} } })], 43_000],
    ['the slowest counts', [probed({ readinessProbe: fast }, { livenessProbe: {} })], 43_000],
    ['never more than a minute', [probed({ readinessProbe: fast, livenessProbe: slow })], 60_000],
  ])('%s', (_, manifest, expected) => expect(settleTime(manifest)).toBe(expected));
});
