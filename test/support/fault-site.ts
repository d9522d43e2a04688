import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeWorkspace } from '../../sandbox/runner/runner-environment.ts';
import { type ChartObject, chartFiles } from './fault-chart.ts';
import { type FaultRegistry, startFaultRegistry } from './fault-registry.ts';
import { makeNamespace, type NamespaceOptions, type TestNamespace } from './namespace.ts';
import { type TestSandbox, testSandbox } from './sandbox.ts';

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

export async function openFaultSite(
  sandbox: TestSandbox,
  registry: FaultRegistry,
  prefix: string,
  options: NamespaceOptions = {},
): Promise<FaultSite> {
  const namespace = await makeNamespace(sandbox, prefix, options);
  const { name, get, kubectl } = namespace;
  return {
    sandbox,
    namespace,
    registry,
    helm: (release, chart) => bareHelm(sandbox, name, release, chart),
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

async function bareHelm(
  sandbox: TestSandbox,
  namespace: string,
  release: string,
  chart: readonly ChartObject[],
): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'bare-helm-'));
  try {
    const folder = join(makeWorkspace(home, chartFiles(chart)), 'chart');
    const options = ['--namespace', namespace, '--wait=legacy', '--timeout', '120s'];
    await sandbox.run(['helm', 'upgrade', '--install', release, folder, ...options]);
  } finally {
    await rm(home, { recursive: true });
  }
}

/** To be called at the top of a test file: its shared site; others of its own when it asks. */
export function faultSites(prefix: string): {
  readonly shared: () => FaultSite;
  readonly another: () => Promise<FaultSite>;
} {
  const state: { sandbox?: TestSandbox; registry?: FaultRegistry } = {};
  const sites: FaultSite[] = [];
  const another = async (): Promise<FaultSite> => {
    if (!state.sandbox || !state.registry) throw new Error('the sandbox is not up yet');
    const site = await openFaultSite(state.sandbox, state.registry, prefix);
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
