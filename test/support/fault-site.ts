import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeWorkspace } from '../../sandbox/runner/runner-environment.ts';
import { isHelm3 } from '../../src/domain/helm-version.ts';
import { type ChartObject, chartFiles } from './fault-chart.ts';
import { type FaultRegistry, startFaultRegistry } from './fault-registry.ts';
import { helmFirst } from './helm-first.ts';
import { makeNamespace, type NamespaceOptions, type TestNamespace } from './namespace.ts';
import { type TestSandbox, testSandbox } from './sandbox.ts';

type HelmMajor = 'v3' | 'v4';

/** A namespace in which releases are broken on purpose, several side by side. */
export interface FaultSite {
  readonly sandbox: TestSandbox;
  readonly namespace: TestNamespace;
  readonly registry: FaultRegistry;
  /** `helm upgrade --install --wait` as a person types it: no action, admin's rights. */
  readonly helm: (release: string, chart: readonly ChartObject[]) => Promise<void>;
  /** `1:superseded` … of the release, oldest first. */
  readonly history: (release: string) => Promise<readonly string[]>;
  /** What the release's Service answers. */
  readonly page: (release: string) => Promise<string>;
}

export interface FaultSiteOptions extends NamespaceOptions {
  /**
   * Of all helm calls there, the action's too. Default: what `FAULTS_HELM` says, `v3`, `v4` or the
   * path of a program named helm; without it `v4`.
   */
  readonly helm?: HelmMajor;
}

export async function openFaultSite(
  sandbox: TestSandbox,
  registry: FaultRegistry,
  prefix: string,
  options: FaultSiteOptions = {},
): Promise<FaultSite> {
  const made = await makeNamespace(sandbox, prefix, options);
  const program = helmProgram(sandbox, options.helm ?? process.env.FAULTS_HELM ?? 'v4');
  const namespace = withEnv(made, helmFirst(sandbox, program));
  const { name, get, kubectl } = namespace;
  return {
    sandbox,
    namespace,
    registry,
    helm: (release, chart) => bareHelm({ sandbox, program, namespace: name }, release, chart),
    history: async (release) => {
      const found = await get<{ items: Secret[] }>('secrets', '-l', `owner=helm,name=${release}`);
      return found.items
        .map(({ metadata }) => metadata.labels)
        .sort((a, b) => Number(a.version) - Number(b.version))
        .map(({ version, status }) => `${version}:${status}`);
    },
    page: (release) =>
      kubectl('get', '--raw', `/api/v1/namespaces/${name}/services/${release}/proxy/`),
  };
}

interface Secret {
  readonly metadata: { readonly labels: Readonly<Record<string, string>> };
}

/** Its jobs have these variables, too. */
const withEnv = (
  namespace: TestNamespace,
  env: Readonly<Record<string, string>>,
): TestNamespace => ({
  ...namespace,
  jobEnvironment: async (changes) => ({ ...(await namespace.jobEnvironment(changes)), ...env }),
});

const helmProgram = ({ environment }: TestSandbox, helm: string): string =>
  helm === 'v3' || helm === 'v4' ? environment.helm[helm] : resolve(helm);

interface BareHelm {
  readonly sandbox: TestSandbox;
  readonly program: string;
  readonly namespace: string;
}

async function bareHelm(
  { sandbox, program, namespace }: BareHelm,
  release: string,
  chart: readonly ChartObject[],
): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'bare-helm-'));
  try {
    const folder = join(makeWorkspace(home, chartFiles(chart)), 'chart');
    const version = await sandbox.run([program, 'version', '--template', '{{.Version}}']);
    const wait = isHelm3(version) ? '--wait' : '--wait=legacy';
    const options = ['--namespace', namespace, wait, '--timeout', '300s'];
    await sandbox.run([program, 'upgrade', '--install', release, folder, ...options]);
  } finally {
    await rm(home, { recursive: true });
  }
}

/** To be called at the top of a test file: its shared site; others of its own when it asks. */
export function faultSites(
  prefix: string,
  own: FaultSiteOptions = {},
): {
  readonly shared: () => FaultSite;
  readonly another: (options?: FaultSiteOptions) => Promise<FaultSite>;
} {
  const state: { sandbox?: TestSandbox; registry?: FaultRegistry } = {};
  const sites: FaultSite[] = [];
  const another = async (options = own): Promise<FaultSite> => {
    if (!state.sandbox || !state.registry) throw new Error('the sandbox is not up yet');
    const site = await openFaultSite(state.sandbox, state.registry, prefix, options);
    sites.push(site);
    return site;
  };
  beforeAll(async () => {
    state.sandbox = await testSandbox();
    state.registry = await startFaultRegistry(state.sandbox);
    await another();
  }, 900_000);
  afterAll(async () => {
    state.registry?.close();
    await Promise.all(sites.map(({ namespace }) => namespace.drop()));
  }, 120_000);
  const shared = (): FaultSite => {
    const [first] = sites;
    if (first) return first;
    throw new Error('the sandbox is not up yet');
  };
  return { shared, another };
}
