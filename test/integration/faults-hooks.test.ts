// Needs the sandbox. Jobs that fail: hooks of helm, and a Job of the manifest itself.
import { type FaultCase, proveFault } from '../support/fault-case.ts';
import { job, web } from '../support/fault-chart.ts';
import { faultSites } from '../support/fault-site.ts';

const sites = faultSites('faults-hooks');
const HOOK = { workload: 'Job/RELEASE-migrate', container: 'migrate' } as const;
const hooks = 'pre-install,pre-upgrade';

const cases: readonly FaultCase[] = [
  {
    ...HOOK,
    name: 'a pre-upgrade hook that fails',
    bad: [...web(), job('echo "migrate: boom 42"; exit 4', { hooks })],
    code: 'hook-failed',
    message: /exit(ed with)? (code )?4|BackoffLimitExceeded|backoff limit/i,
    hint: /hook|migrat|log/i,
    log: /migrate: boom 42/,
    evidence: /migrate: boom 42/,
    within: 10,
  },
  {
    ...HOOK,
    name: 'a hook that is tried again in its pod',
    bad: [
      ...web(),
      job('echo "migrate: boom 43"; exit 4', {
        hooks,
        pod: { restartPolicy: 'OnFailure' },
        spec: { backoffLimit: 2 },
      }),
    ],
    code: 'hook-failed',
    message: /exit(ed with)? (code )?4|BackoffLimitExceeded|backoff limit/i,
    hint: /hook|migrat|log/i,
    // The pod is gone before helm says that the Job has failed: it must have been read before.
    log: /migrate: boom 43/,
    within: 30,
  },
  {
    ...HOOK,
    name: 'a hook whose image is not there',
    bad: ({ sandbox }) => [
      ...web(),
      job('true', { hooks, container: { image: `${sandbox.world.registry}/app/migrate:nope` } }),
    ],
    code: 'image-not-found',
    message: /app\/migrate:nope.*not found/,
    hint: /tag|digest|push/i,
    within: 5,
  },
  {
    ...HOOK,
    name: 'a hook that hangs',
    bad: [...web(), job('echo waiting for a lock; sleep 3600', { hooks })],
    // From the start of the action: its pod must have been seen to run by then.
    inputs: { timeout: '45s' },
    code: 'timeout',
    // Ours, or helm's own words, whose time is over a moment later.
    message: /not done within 45(\.0)? s|timed out waiting|context deadline exceeded/,
    hint: /hook|timeout|hang/i,
    log: /waiting for a lock/,
    within: 50,
  },
  {
    ...HOOK,
    name: 'a post-upgrade hook that fails',
    bad: [...web(), job('echo "smoke test: 500"; exit 1', { hooks: 'post-upgrade' })],
    code: 'hook-failed',
    message: /exit(ed with)? (code )?1|BackoffLimitExceeded|backoff limit/i,
    hint: /hook|log/i,
    log: /smoke test: 500/,
    within: 25,
  },
  {
    ...HOOK,
    name: 'a Job of the manifest that fails',
    bad: [...web(), job('echo "import: boom"; exit 5')],
    code: 'crash-loop',
    message: /exit(ed with)? (code )?5|BackoffLimitExceeded|backoff limit/i,
    hint: /log|Job/i,
    log: /import: boom/,
    within: 15,
  },
];

test.concurrent.each(cases)('$name', (fault) => proveFault(sites.shared(), fault), 400_000);
