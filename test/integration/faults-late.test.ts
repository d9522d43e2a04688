// Needs the sandbox. Faults that helm does not see, or sees only when its time is over.
import { setTimeout as sleep } from 'node:timers/promises';
import { type FaultCase, proveFault } from '../support/fault-case.ts';
import { deployment, serve, service, shell, web } from '../support/fault-chart.ts';
import { podOfDeployed } from '../support/fault-events.ts';
import { faultSites } from '../support/fault-site.ts';

const sites = faultSites('faults-late');
const nothing = (periodSeconds: number, failureThreshold: number) => ({
  httpGet: { path: '/none', port: 8080 },
  periodSeconds,
  failureThreshold,
  // The answer is 404, however late a busy machine gives it.
  timeoutSeconds: 15,
});

const cases: readonly FaultCase[] = [
  {
    name: 'a readiness probe that never passes, with a progress deadline',
    bad: web({
      container: { readinessProbe: nothing(1, 1) },
      spec: { progressDeadlineSeconds: 30 },
    }),
    code: 'progress-deadline',
    object: 'Deployment/RELEASE',
    message: /has timed out progressing/,
    hint: /probe|ready|readiness/i,
    evidence: /Readiness probe failed: HTTP probe failed with statuscode: 404/,
    within: 35,
  },
  {
    name: 'a readiness probe that never passes',
    bad: web({ container: { readinessProbe: nothing(1, 1) } }),
    inputs: { timeout: '45s' },
    code: 'not-ready',
    message: /Readiness probe failed: HTTP probe failed with statuscode: 404/,
    hint: /probe|readiness/i,
    within: 50,
  },
  {
    name: 'a liveness probe that kills',
    bad: web({ container: { livenessProbe: nothing(2, 2) } }),
    code: 'liveness-killed',
    message: /failed liveness probe, will be restarted/,
    hint: /liveness/i,
    within: 25,
  },
  {
    name: 'a startup probe that never passes',
    bad: web({ container: { startupProbe: nothing(2, 3) } }),
    code: 'startup-failed',
    message: /failed startup probe, will be restarted/,
    hint: /startup/i,
    within: 25,
  },
  {
    name: 'a crash after helm is done',
    // Without a probe it counts as ready when it starts.
    bad: web({
      container: {
        command: shell('echo serving; sleep 4; echo "fatal: lost the database"; exit 1'),
        readinessProbe: undefined,
      },
    }),
    code: 'crash-loop',
    message: /exit(ed with)? (code )?1|restart|back-off/i,
    hint: /log/i,
    log: /fatal: lost the database/,
    within: 30,
  },
  {
    name: 'readiness that is lost after helm is done',
    bad: web({
      container: {
        command: shell(
          `(until [ -e /tmp/lose ]; do sleep 1; done; rm /tmp/www/index.html) & ${serve('bad')}`,
        ),
      },
    }),
    during: async (site, release) => {
      const pod = await podOfDeployed(site, release, 2);
      // Helm is done; now what runs is proven, which takes a moment.
      await sleep(15_000);
      await site.namespace.kubectl('exec', pod, '--', 'touch', '/tmp/lose');
    },
    // It ends when readiness is lost, however late a busy machine lets us take it away.
    inputs: { settle: '60s' },
    code: 'not-ready',
    message: /Readiness probe failed|not ready|lost/i,
    hint: /probe|readiness/i,
    within: 40,
  },
  {
    name: 'a Service whose selector fits nothing',
    bad: [deployment(), service('', { app: 'somebody-else' })],
    workload: 'Service/RELEASE',
    object: 'Service/RELEASE',
    container: '',
    code: 'no-endpoints',
    message: /endpoint/i,
    hint: /selector/i,
    within: 25,
  },
];

test.concurrent.each(cases)('$name', (fault) => proveFault(sites.shared(), fault), 400_000);
