// Needs the sandbox. Containers that cannot start or do not stay up: each row breaks one thing on a
// real cluster; the cases run side by side, most of their time is waiting.
import { type FaultCase, proveFault } from '../support/fault-case.ts';
import {
  daemonSet,
  fromSecret,
  service,
  shell,
  statefulSet,
  web,
  withVolume,
} from '../support/fault-chart.ts';
import { type FaultSite, faultSites } from '../support/fault-site.ts';

const sites = faultSites('faults');

const image = (reference: (site: FaultSite) => string) => (site: FaultSite) =>
  web({ container: { image: reference(site) } });
const missingTag = ({ sandbox }: FaultSite): string => `${sandbox.world.registry}/app/web:nope`;
const nobody = ({ sandbox }: FaultSite): string =>
  sandbox.world.nodeIp.replace(/\d+$/, '77:5000/app/web:v2');

const cases: readonly FaultCase[] = [
  {
    name: 'a wrong tag',
    bad: image(missingTag),
    code: 'image-not-found',
    message: /app\/web:nope.*not found/,
    hint: /tag|digest|push/i,
    within: 5,
  },
  {
    name: 'a wrong tag in a StatefulSet',
    good: [statefulSet({ page: 'good' }), service()],
    bad: (site) => [statefulSet({ container: { image: missingTag(site) } }), service()],
    workload: 'StatefulSet/RELEASE',
    code: 'image-not-found',
    message: /app\/web:nope.*not found/,
    hint: /tag|digest|push/i,
    within: 5,
  },
  {
    name: 'a wrong tag in a DaemonSet',
    good: [daemonSet({ page: 'good' }), service()],
    bad: (site) => [daemonSet({ container: { image: missingTag(site) } }), service()],
    workload: 'DaemonSet/RELEASE',
    code: 'image-not-found',
    message: /app\/web:nope.*not found/,
    hint: /tag|digest|push/i,
    within: 5,
  },
  {
    name: 'a registry that refuses connections',
    bad: image(() => '127.0.0.1:1/app/web:v2'),
    code: 'registry-unreachable',
    message: /connection refused/,
    hint: /registry/i,
    within: 55,
  },
  {
    name: 'a registry without a route',
    bad: image(nobody),
    code: 'registry-unreachable',
    message: /no route to host|i\/o timeout/,
    hint: /registry/i,
    within: 60,
  },
  {
    name: 'a registry that DNS does not know',
    bad: image(() => 'registry.nosuch.invalid/app/web:v2'),
    code: 'registry-unreachable',
    message: /lookup registry\.nosuch\.invalid/,
    hint: /registry/i,
    within: 60,
  },
  {
    name: 'a registry that wants a login',
    bad: image(({ registry }) => `${registry.host}/private/web:v2`),
    code: 'image-denied',
    message: /authorization failed|401 Unauthorized/,
    hint: /imagePullSecret|credential/i,
    within: 25,
  },
  {
    name: 'a registry that forbids',
    bad: image(({ registry }) => `${registry.host}/forbidden/web:v2`),
    code: 'image-denied',
    message: /403 Forbidden/,
    hint: /imagePullSecret|credential|right|permission/i,
    within: 25,
  },
  {
    name: 'a bad image name',
    bad: image(() => 'docker.io/App/Web:v2'),
    code: 'image-not-found',
    message: /couldn't parse image name|InvalidImageName|must be lowercase/,
    hint: /name|reference/i,
    within: 5,
  },
  {
    name: 'an image for another platform',
    bad: image(({ registry }) => `${registry.host}/arm/web:v2`),
    code: 'wrong-platform',
    message: /no match for platform/,
    hint: /platform|architecture/i,
    within: 5,
  },
  {
    name: 'a container that exits with 1',
    bad: web({ container: { command: shell('echo "fatal: no DATABASE_URL"; exit 1') } }),
    code: 'crash-loop',
    message: /exit(ed with)? (code )?1|back-off/i,
    hint: /log/i,
    log: /fatal: no DATABASE_URL/,
    evidence: /fatal: no DATABASE_URL/,
    within: 25,
  },
  {
    name: 'a container that exits with 0',
    bad: web({ container: { command: shell('echo all done; exit 0') } }),
    code: 'exited',
    message: /exit(ed with)? (code )?0|Completed|back-off/i,
    hint: /command|server|end/i,
    log: /all done/,
    within: 10,
  },
  {
    name: 'a container out of memory',
    bad: web({
      container: {
        command: shell('echo eating; sleep 1; x=aaaaaaaaaaaaaaaa; while :; do x=$x$x; done'),
        resources: { limits: { memory: '24Mi' } },
      },
    }),
    code: 'out-of-memory',
    message: /OOMKilled/,
    hint: /memory/i,
    log: /eating/,
    within: 10,
  },
  {
    name: 'a memory limit that nothing starts in',
    bad: web({ container: { resources: { limits: { memory: '1Mi' } } } }),
    code: 'out-of-memory',
    container: '',
    message: /memory limit too low|OOM/,
    hint: /memory/i,
    within: 25,
  },
  {
    name: 'a missing Secret',
    bad: web({ container: fromSecret('nowhere', 'password') }),
    code: 'missing-config',
    message: /secret "nowhere" not found/,
    hint: /nowhere|Secret/,
    within: 25,
  },
  {
    name: 'a missing key of a Secret',
    before: async ({ namespace }) => {
      await namespace.kubectl('create', 'secret', 'generic', 'half', '--from-literal=user=x');
    },
    bad: web({ container: fromSecret('half', 'password') }),
    code: 'missing-config',
    message: /couldn't find key password in Secret/,
    hint: /key|password/i,
    within: 25,
  },
  {
    name: 'a missing ConfigMap in a volume',
    bad: web(withVolume({ configMap: { name: 'nowhere' } })),
    code: 'missing-volume',
    container: '',
    message: /configmap "nowhere" not found/,
    hint: /nowhere|ConfigMap/,
    within: 25,
  },
  {
    name: 'a missing key of a ConfigMap in a volume',
    before: async ({ namespace }) => {
      await namespace.kubectl('create', 'configmap', 'half', '--from-literal=a=b');
    },
    bad: web(withVolume({ configMap: { name: 'half', items: [{ key: 'zz', path: 'zz' }] } })),
    code: 'missing-volume',
    container: '',
    message: /references non-existent config key: zz/,
    hint: /key|ConfigMap/i,
    within: 25,
  },
  {
    name: 'a command that is not there',
    bad: web({ container: { command: ['/nope'] } }),
    code: 'bad-command',
    message: /\/nope.*no such file or directory/,
    hint: /command/i,
    within: 5,
  },
  {
    name: 'a command that is not executable',
    bad: web({ container: { command: ['/tmp'] } }),
    code: 'bad-command',
    message: /\/tmp.*permission denied/,
    hint: /command|execut/i,
    within: 5,
  },
  {
    name: 'an init container that fails',
    bad: web({
      pod: {
        initContainers: [
          {
            name: 'prepare',
            image: 'docker.io/library/busybox:1.36',
            command: shell('echo "prepare: boom"; exit 3'),
          },
        ],
      },
    }),
    code: 'init-failed',
    container: 'prepare',
    message: /exit(ed with)? (code )?3|back-off/i,
    hint: /init|log/i,
    log: /prepare: boom/,
    within: 40,
  },
];

test.concurrent.each(cases)('$name', (fault) => proveFault(sites.shared(), fault), 400_000);
