// Needs the sandbox. Charts that nobody here wrote: checked and deployed, and never refused in error.
import { randomUUID } from 'node:crypto';
import { chmod, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { untilGranted } from '../support/granted.ts';
import { STATEFUL_WEB, shippedChart } from '../support/public-charts.ts';
import { type Deployed, openReleaseSite, type ReleaseSite } from '../support/release-site.ts';
import { type TestSandbox, testSandbox } from '../support/sandbox.ts';
import { writeFiles } from '../support/write-files.ts';

let sandbox: TestSandbox;
let site: ReleaseSite;
let folder: string;
let standIn: string;

/** Answers the probes of all of them, whatever it is told to run. */
const DOCKERFILE = `
FROM busybox:1.36
COPY stand-in /bin/stand-in
RUN chmod 755 /bin/stand-in && mkdir -p /www/api && for page in healthz health api/health; do echo ok > /www/$page; done && ln -sf /bin/stand-in /bin/zenml && ln -sf /bin/stand-in /bin/prefect && printf '#!/bin/sh\\nexec /bin/sh "$@"\\n' > /bin/bash && chmod 755 /bin/bash
ENTRYPOINT ["/bin/stand-in"]
`;
const STAND_IN = `#!/bin/sh
[ "$1" = migrate-database ] && exit 0
exec httpd -f -p 8080 -h /www
`;

beforeAll(async () => {
  sandbox = await testSandbox();
  folder = await mkdtemp(join(tmpdir(), 'public-charts-'));
  standIn = `${sandbox.world.registry}/test-${randomUUID()}/stand-in`;
  await writeFiles(folder, { 'image/Dockerfile': DOCKERFILE, 'image/stand-in': STAND_IN });
  await chmod(join(folder, 'image/stand-in'), 0o755);
  const build = ['docker', 'buildx', 'build', '--push', '--provenance=false'];
  [site] = await Promise.all([
    openReleaseSite(sandbox, 'public'),
    sandbox.run([...build, '-t', `${standIn}:1`, join(folder, 'image')]),
  ]);
  await asAdmin();
}, 900_000);

afterAll(async () => {
  const { name } = site?.namespace ?? { name: '' };
  if (name) {
    await sandbox.run(['helm', 'uninstall', releaseOf('dask'), '-n', name, '--ignore-not-found']);
    const crds = ['daskautoscalers', 'daskclusters', 'daskjobs', 'daskworkergroups'];
    const all = crds.map((crd) => `${crd}.kubernetes.dask.org`);
    await sandbox.run(['kubectl', 'delete', 'crd', '--wait=false', '--ignore-not-found', ...all]);
    await sandbox.run(['kubectl', 'delete', 'clusterrolebinding', name]);
    await sandbox.run(['kubectl', 'delete', 'pv', '--selector', `test=${name}`, '--wait=false']);
  }
  await site?.namespace.drop();
  if (folder) await rm(folder, { recursive: true, force: true });
}, 300_000);

/** Of its own: cluster roles are named after it. */
const releaseOf = (chart: string): string => `${chart}-${site.namespace.name.split('-').at(-1)}`;

/** Charts with cluster roles are installed by who may give these rights. */
async function asAdmin(): Promise<void> {
  const { name, get } = site.namespace;
  const { subjects } = await get<{ subjects: { name: string }[] }>('rolebinding', 'deployer');
  const user = subjects[0]?.name ?? '';
  const rights = ['--clusterrole=cluster-admin', `--user=${user}`];
  await sandbox.run(['kubectl', 'create', 'clusterrolebinding', name, ...rights]);
  await untilGranted(sandbox, { user, namespace: name }, ['create', 'clusterroles']);
}

interface PublicChart {
  readonly name: string;
  /** Files of the checkout, with the chart below `chart`. */
  readonly place: (into: string) => Promise<void>;
  /** Values, as YAML. */
  readonly values: () => string;
  readonly before?: () => Promise<void>;
  /** Set over the values, and what is then said. */
  readonly fault: { readonly set: string; readonly said: RegExp };
}

const fromPackage =
  (name: Parameters<typeof shippedChart>[0]) =>
  async (into: string): Promise<void> =>
    cp(await shippedChart(name), join(into, 'chart'), { recursive: true });

const charts: readonly PublicChart[] = [
  {
    name: 'dask', // CRDs, a ServiceAccount, cluster roles.
    place: fromPackage('dask'),
    values: () => `image: { name: ${standIn}, tag: "1" }`,
    fault: { set: 'image: { pullPolicy: Sometimes }', said: /imagePullPolicy.*Sometimes/s },
  },
  {
    name: 'zenml', // Hooks: a ServiceAccount, a Secret and a Job before all else.
    place: fromPackage('zenml'),
    values: () => `
zenml:
  image: { repository: ${standIn}, tag: "1" }
  auth: { jwtSecretKey: "0123456789abcdef0123456789abcdef" }
  database: { url: "mysql://user:pass@db.example/zenml" }
  secretsStore: { sql: { encryptionKey: "0123456789abcdef0123456789abcdef" } }
  ingress: { enabled: false }`,
    fault: { set: 'serviceAccount: { create: false, name: nobody }', said: /nobody/ },
  },
  {
    name: 'prefect', // A Role and a ServiceAccount of fixed names, Secrets.
    place: fromPackage('prefect'),
    values: () => `
prefectImage: ${standIn}:1
namespace: ${site.namespace.name}
prefectToken: token
jupyterHubToken: token
envVars: { STAGE: test }
secretEnvVars: { KEY: secret-key }
cloudApi: http://api.example`,
    fault: { set: 'serviceAccount: Not_A_Name', said: /Not_A_Name/ },
  },
  {
    name: 'created', // What `helm create` makes.
    place: async (into) => {
      await sandbox.run(['helm', 'create', join(into, 'made')]);
      await cp(join(into, 'made'), join(into, 'chart'), { recursive: true });
    },
    values: () => 'image: { repository: docker.io/library/nginx, tag: latest }',
    fault: { set: 'serviceAccount: { create: false, name: nobody }', said: /nobody/ },
  },
  {
    name: 'stateful', // A StatefulSet with claims.
    place: async (into) => writeFiles(into, STATEFUL_WEB),
    values: () => `
image: { repository: docker.io/library/nginx, tag: latest }
storageClassName: ${site.namespace.name}`,
    before: async () => {
      const { name, apply } = site.namespace;
      const volume = (index: number): string => `
apiVersion: v1
kind: PersistentVolume
metadata: { name: ${name}-${index}, labels: { test: ${name} } }
spec:
  capacity: { storage: 1Gi }
  accessModes: [ReadWriteOnce]
  storageClassName: ${name}
  hostPath: { path: /tmp/${name}-${index}, type: DirectoryOrCreate }
`;
      await apply([0, 1].map(volume).join('---'));
    },
    fault: { set: 'image: { tag: "a b" }', said: /a b/ },
  },
];

async function deploy({ name, place, values }: PublicChart, set = ''): Promise<Deployed> {
  const workspace = await mkdtemp(join(folder, `${name}-`));
  await place(workspace);
  await writeFiles(workspace, { 'values.yaml': values() });
  return site.deploy({
    release: releaseOf(name),
    files: {},
    workspace,
    inputs: { values: 'values.yaml', set },
  });
}

/** What may be said: docker.io has another name on the machine of the tests. */
const isAboutRegistries = ({ message }: { readonly message: string }): boolean =>
  message.split('\n').every((line) => /^(Not checked:|images |→ |$)/.test(line));

describe('a public chart', () => {
  test.concurrent.each(charts)(
    '$name',
    async (chart) => {
      await chart.before?.();
      for (const status of ['deployed', 'unchanged']) {
        const { outputs, annotations, lines, diff } = await deploy(chart);
        if (outputs.status !== status) {
          throw new Error(`${outputs.status}, not ${status}: ${diff}\n${lines.join('\n')}`);
        }
        expect(annotations.filter((one) => !isAboutRegistries(one))).toEqual([]);
      }
      const broken = await deploy(chart, chart.fault.set);
      expect(broken.outputs.status).toBe('refused');
      expect(broken.annotations.map(({ message }) => message).join('\n')).toMatch(chart.fault.said);
    },
    600_000,
  );
});
