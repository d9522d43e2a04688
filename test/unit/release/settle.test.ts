import type { Plan } from '../../../src/domain/assessment.ts';
import type { KubeObject } from '../../../src/domain/manifest.ts';
import { takeBaseline } from '../../../src/domain/rollout.ts';
import type { Pod } from '../../../src/domain/signals/pod.ts';
import { createWorld } from '../../../src/domain/world.ts';
import type { ActionError } from '../../../src/errors.ts';
import { observe } from '../../../src/release/observe.ts';
import { settle } from '../../../src/release/settle.ts';
import {
  deployment,
  event,
  exited,
  NAMESPACE,
  replicaSet,
  running,
  webPod,
} from '../domain/cluster-objects.ts';

const web = deployment('web');
const service: KubeObject = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', namespace: NAMESPACE },
  spec: { selector: { app: 'web' } },
};
const ready = webPod('web-a', { ready: 2 });

function slice(service: string, ...readiness: readonly boolean[]): KubeObject {
  const labels = { 'kubernetes.io/service-name': service };
  const endpoints = readiness.map((ready) => ({ conditions: { ready } }));
  const object = {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { name: `${service}-x`, namespace: NAMESPACE, uid: `uid-${service}`, labels },
    endpoints,
  };
  return object as unknown as KubeObject;
}
const there = slice('web', true);

/** Everything is done with these endpoints, and settles. */
async function settling(wanted: number, ...endpoints: readonly KubeObject[]) {
  const world = createWorld();
  const listeners = new Set<() => void>();
  const change = (objects: readonly KubeObject[]): void => {
    for (const object of objects) world.apply({ gone: false, object });
    for (const listener of [...listeners]) listener();
  };
  let time = 0;
  let reads = 0;
  let unseen: readonly KubeObject[] = [];
  const stop = new AbortController();
  const ports = {
    view: {
      world,
      onChange: (listener: () => void) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      refresh: async () => {
        reads++;
        change(unseen);
      },
      include: async () => {},
      streams: () => true,
      lost: () => [],
      close: () => {},
    },
    elapsed: () => time,
    sleep: () => new Promise<void>(() => {}),
    every: () => () => {},
    show: () => {},
    present: async () => false,
    stop: stop.signal,
  };
  const manifest = [web, service];
  const baseline = takeBaseline(world);
  const plan: Plan = { namespace: NAMESPACE, manifest, hooks: [], baseline, applied: true };
  change([web, replicaSet('web', 2), ready, ...endpoints]);
  const limits = { pullAttempts: 1, maxRestarts: 2, unschedulableAfter: 300_000 };
  const observation = observe(plan, limits, ports);
  let outcome = 'settling';
  const say = (said: string) => () => {
    outcome = said;
  };
  const settled = settle(observation, { settle: wanted, deadline: 60_000 }, ports);
  void settled.then(say('settled'), (error: ActionError) => say(error.code)());
  const soon = async (): Promise<string> => {
    await new Promise(setImmediate);
    return outcome;
  };
  return {
    now: soon,
    reads: () => reads,
    stop,
    /** What it has come to when these are seen, and so many ms later. */
    later: (ms: number, ...objects: readonly KubeObject[]) => {
      change(objects);
      time += ms;
      change([]);
      return soon();
    },
    /** Shown by the next fresh read only. */
    unseen: (...objects: readonly KubeObject[]) => {
      unseen = objects;
    },
  };
}

test('a cancel ends it', async () => {
  const { later, stop } = await settling(30_000, there);
  stop.abort();
  expect(await later(1)).toBe('cancelled');
});

describe('endpoints', () => {
  test('that are there at once are not waited for, nor read again', async () => {
    const { now, reads } = await settling(0, there);
    expect(await now()).toBe('settled');
    expect(reads()).toBe(0);
  });

  test.each([
    ['no slice yet', slice('other', true)],
    ['a slice without any', slice('web')],
    ['none that is ready', slice('web', false)],
  ])('that come late end the wait when they do: %s', async (_, late) => {
    const { now, later } = await settling(0, late);
    expect(await now()).toBe('settling');
    expect(await later(2000)).toBe('settling');
    expect(await later(0, there)).toBe('settled');
  });

  test('that only a fresh read shows are there', async () => {
    const { later, unseen } = await settling(0, slice('web'));
    unseen(there);
    expect(await later(10_000)).toBe('settled');
  });

  test('that never come are told after 10 s, or when the time to settle is over', async () => {
    const short = await settling(0, slice('web'));
    expect(await short.later(9999)).toBe('settling');
    expect(await short.later(1)).toBe('no-endpoints');
    const long = await settling(30_000, slice('web'));
    expect(await long.later(29_999)).toBe('settling');
    expect(await long.later(1)).toBe('no-endpoints');
  });

  test('that are gone for a moment at the end have their time, too', async () => {
    const { later } = await settling(30_000, slice('web'));
    expect(await later(29_000, there)).toBe('settling');
    expect(await later(1000, slice('web'))).toBe('settling');
    expect(await later(1000, there)).toBe('settled');
  });
});

test('readiness that is lost at the end is told where a fresh read says so, too', async () => {
  const lost = webPod('web-a', { state: running(2) });
  const other = webPod('web-b', { ready: 2 });
  const stale = await settling(30_000, there, other);
  stale.unseen(ready);
  expect(await stale.later(30_000, lost)).toBe('settled');
  const real = await settling(30_000, there, other);
  expect(await real.later(30_000, lost)).toBe('not-ready');
});

describe('a container with a probe that kills', () => {
  const probe = { httpGet: { path: '/', port: 80 } };
  const ended = (exitCode: number, probes: object, reason?: string): KubeObject => {
    const lastState = exited(exitCode, 2, 9, reason);
    const pod: Pod = webPod('web-a', { ready: 10, restarts: 1, lastState });
    const containers = pod.spec?.containers?.map((container) => ({ ...container, ...probes }));
    return { ...pod, spec: { ...pod.spec, containers } };
  };
  const killing = (by: string): KubeObject =>
    event(ready, 'Killing', `Container web failed ${by} probe, will be restarted`, {
      container: 'web',
      seconds: 8,
    });

  test.each([
    [137, { livenessProbe: probe }, 'liveness', 'liveness-killed'],
    [143, { livenessProbe: probe }, 'liveness', 'liveness-killed'],
    [0, { livenessProbe: probe }, 'liveness', 'liveness-killed'],
    [137, { startupProbe: probe }, 'startup', 'startup-failed'],
  ])(
    'and ends as one that is told to may have been killed: exit code %d, %j',
    async (exitCode, probes, by, code) => {
      const { later } = await settling(30_000, there);
      expect(await later(2000, ended(exitCode, probes))).toBe('settling');
      expect(await later(0, killing(by))).toBe(code);
    },
  );

  test('and is down meanwhile has not merely lost readiness', async () => {
    const down: Pod = webPod('web-a', { state: exited(137, 2, 9) });
    const containers = down.spec?.containers?.map((one) => ({ ...one, livenessProbe: probe }));
    const { later } = await settling(1000, there);
    expect(await later(2000, { ...down, spec: { ...down.spec, containers } })).toBe('settling');
    expect(await later(0, killing('liveness'))).toBe('liveness-killed');
  });

  test('was not killed where no event says so within 3 s', async () => {
    const { later } = await settling(30_000, there);
    expect(await later(2999, ended(137, { livenessProbe: probe }))).toBe('settling');
    expect(await later(1)).toBe('crash-loop');
  });

  test('and ends just before all is over: its event is still waited for', async () => {
    const { later } = await settling(1000, there);
    expect(await later(2000, ended(137, { livenessProbe: probe }))).toBe('settling');
    expect(await later(0, killing('liveness'))).toBe('liveness-killed');
  });

  test.each([
    ['crash-loop', 'another exit code', ended(1, { livenessProbe: probe })],
    ['out-of-memory', 'its reason', ended(137, { livenessProbe: probe }, 'OOMKilled')],
    ['crash-loop', 'no such probe', ended(137, { readinessProbe: probe })],
  ])('is told at once where nothing may explain it better: %s, %s', async (code, _, crashed) => {
    const { later } = await settling(30_000, there);
    expect(await later(0, crashed)).toBe(code);
  });
});
