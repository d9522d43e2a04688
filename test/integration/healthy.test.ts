// Needs the sandbox. What looks like trouble and is none: a false alarm is worse than a late one.
import { setTimeout as sleep } from 'node:timers/promises';
import { withLog } from '../support/fault-case.ts';
import {
  deployment,
  fromSecret,
  RELEASE,
  serve,
  service,
  shell,
  statefulSet,
  web,
} from '../support/fault-chart.ts';
import { deployChart } from '../support/fault-deploy.ts';
import { failedCreate, newPod, postScaleUp, waitsFor } from '../support/fault-events.ts';
import { type FaultSite, faultSites } from '../support/fault-site.ts';
import { type HealthyCase, proveHealthy } from '../support/healthy-case.ts';
import { makeInjector } from '../support/injector.ts';
import { expectPage } from '../support/served.ts';

const sites = faultSites('healthy');
const lateBy = (seconds: number): string => `sleep ${seconds}; ${serve('next')}`;
/** A marker that outlives the container, so that it knows how often it was started. */
const REMEMBER = {
  container: { volumeMounts: [{ name: 'memory', mountPath: '/memory' }] },
  pod: { volumes: [{ name: 'memory', emptyDir: {} }] },
};

/** Serves when its database takes connections, else ends; bash can ask, busybox cannot. */
const NEEDS_DATABASE = {
  image: 'docker.io/library/nginx:alpine',
  command: [
    'bash',
    '-c',
    `(exec 3<>/dev/tcp/${RELEASE}-db/80) || exit 1
    sed -i 's/listen 80/listen 8080/' /etc/nginx/conf.d/default.conf
    echo next > /usr/share/nginx/html/index.html
    exec nginx -g 'daemon off;'`,
  ],
};

const cases: readonly HealthyCase[] = [
  {
    name: 'a start of 25 s',
    next: web({ container: { command: shell(lateBy(25)) } }),
  },
  {
    name: 'a start of 60 s with readiness failures all along',
    next: web({
      container: {
        command: shell(
          `(sleep 60; echo next > /tmp/www/index.html) & mkdir -p /tmp/www; exec httpd -f -p 8080 -h /tmp/www`,
        ),
      },
    }),
  },
  {
    name: 'old pods that take 35 s to end',
    first: web({
      page: 'good',
      container: {
        command: shell(
          `trap '' TERM; mkdir -p /tmp/www; echo good > /tmp/www/index.html; httpd -p 8080 -h /tmp/www; while :; do sleep 1; done`,
        ),
      },
      pod: { terminationGracePeriodSeconds: 35 },
    }),
    next: web({ page: 'next' }),
  },
  {
    name: 'a registry that is down for two pulls',
    next: ({ registry }) =>
      web({
        page: 'next',
        container: { image: `${registry.host}/library/busybox:1.36`, imagePullPolicy: 'Always' },
      }),
  },
  {
    name: 'a new pod that is evicted',
    next: web({ container: { command: shell(lateBy(25)) } }),
    during: async (site, release) => {
      const pod = await newPod(site, release, 'Running');
      const { namespace } = site;
      const eviction = {
        apiVersion: 'policy/v1',
        kind: 'Eviction',
        metadata: { name: pod, namespace: namespace.name },
      };
      const path = `/api/v1/namespaces/${namespace.name}/pods/${pod}/eviction`;
      await site.sandbox.run(
        ['kubectl', 'create', '--raw', path, '-f', '-'],
        JSON.stringify(eviction),
      );
      await namespace.kubectl('wait', '--for=delete', `pod/${pod}`, '--timeout=60s');
    },
  },
  {
    name: 'an application that exits until its database answers after 46 s',
    next: [
      deployment({ container: NEEDS_DATABASE }),
      service(),
      ...web({ suffix: '-db', container: { command: shell(lateBy(46)) } }),
    ],
  },
  {
    name: 'one crash, then up',
    next: web({
      ...REMEMBER,
      container: {
        ...REMEMBER.container,
        command: shell(`[ -f /memory/x ] || { touch /memory/x; exit 1; }; ${serve('next')}`),
      },
    }),
  },
  {
    name: 'a Secret that comes late',
    next: web({ page: 'next', container: fromSecret('late', 'password') }),
    // They would refuse it: it may come with an operator, but nothing says so.
    inputs: { checks: 'none' },
    during: async (site, release) => {
      // It is given up after 15 s without: soon enough also on a machine that stalls.
      await waitsFor(site, release, 'CreateContainerConfigError');
      await sleep(3000);
      await site.namespace.kubectl(
        'create',
        'secret',
        'generic',
        'late',
        '--from-literal=password=x',
      );
    },
  },
  {
    name: 'a StatefulSet that is updated on delete',
    first: [
      statefulSet({ page: 'good', spec: { updateStrategy: { type: 'OnDelete' } } }),
      service(),
    ],
    next: [
      statefulSet({ page: 'next', spec: { updateStrategy: { type: 'OnDelete' } } }),
      service(),
    ],
    page: 'good',
  },
  {
    name: 'a paused Deployment',
    next: web({ page: 'next', spec: { paused: true } }),
    page: 'good',
  },
  {
    name: 'scaled to zero',
    next: web({ page: 'next', spec: { replicas: 0 } }),
    page: undefined,
  },
  {
    name: 'a preview Service without endpoints',
    next: [...web({ page: 'next' }), service('-preview', { app: `${RELEASE}-preview` })],
  },
  {
    name: 'a scale-up of 90 s',
    next: web({ page: 'next', pod: { nodeSelector: { 'deploy-actions.test/pool': RELEASE } } }),
    // Until then the autoscaler must have said a word, and it must be over before the node comes.
    inputs: { 'unschedulable-after': '60s' },
    during: async (site, release) => {
      const pod = await newPod(site, release, 'Pending');
      await postScaleUp(site, pod);
      await sleep(90_000);
      await labelNode(site, `deploy-actions.test/pool=${release}`);
    },
    after: (site) => labelNode(site, 'deploy-actions.test/pool-'),
  },
];

/** The pool's node has come, or is gone again. */
async function labelNode({ sandbox }: FaultSite, label: string): Promise<void> {
  await sandbox.run(['kubectl', 'label', 'node', sandbox.world.nodeName, label]);
}

interface Pods {
  readonly items: readonly {
    readonly metadata: { readonly deletionTimestamp?: string };
    readonly spec: { readonly containers: readonly { readonly name: string }[] };
  }[];
}

test.concurrent.each(cases)('$name', (healthy) => proveHealthy(sites.shared(), healthy), 400_000);

test.concurrent('an admission webhook that is down for 12 s', async () => {
  const site = await sites.another();
  const release = 'webhook-restarts';
  await site.helm(release, web({ page: 'good' }));
  const injector = await makeInjector(site);
  try {
    const [run] = await Promise.all([
      deployChart(site, release, web({ page: 'next' })),
      failedCreate(site)
        .then(() => sleep(12_000))
        .then(injector.start),
    ]);
    await withLog(run, async () => {
      expect(run).toMatchObject({ conclusion: 'success', outputs: { status: 'deployed' } });
      await expectPage(site, release, 'next');
    });
  } finally {
    await injector.remove();
  }
}, 400_000);

test.concurrent('a sidecar that admission injects', async () => {
  const site = await sites.another();
  const release = 'injected';
  await site.helm(release, web({ page: 'good' }));
  const injector = await makeInjector(site);
  try {
    await injector.start();
    const run = await deployChart(site, release, web({ page: 'next' }));
    await withLog(run, async () => {
      expect(run).toMatchObject({ conclusion: 'success', outputs: { status: 'deployed' } });
      const pods = await site.namespace.get<Pods>('pods', '-l', `app=${release}`);
      const running = pods.items.filter((pod) => pod.metadata.deletionTimestamp === undefined);
      expect(running.map((pod) => pod.spec.containers.map(({ name }) => name))).toEqual([
        ['web', 'mesh-proxy'],
      ]);
    });
  } finally {
    await injector.remove();
  }
}, 400_000);
