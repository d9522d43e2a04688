import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RunOptions, type RunResult, runAction } from '../../sandbox/runner/run-action.ts';
import { makeNamespace, type NamespaceOptions, type TestNamespace } from './namespace.ts';
import type { TestSandbox } from './sandbox.ts';

const ACTION = join(import.meta.dirname, '../../helm-deploy');

export type Major = 'helm3' | 'helm4';

export interface SiteDeploy extends Omit<RunOptions, 'laterSteps'> {
  readonly release: string;
  /** Default: Helm 4. */
  readonly major?: Major;
  readonly files: Readonly<Record<string, string>>;
}

/** How a deploy by the built action ended, with the files that its outputs name. */
export interface Deployed extends RunResult {
  /** What the output `diff` names, `''` without. */
  readonly diff: string;
  /** What the output `manifest` names, `''` without. */
  readonly manifest: string;
}

/** A namespace in which the built helm-deploy works as a job that logs in over OIDC. */
export interface ReleaseSite {
  readonly namespace: TestNamespace;
  readonly deploy: (options: SiteDeploy) => Promise<Deployed>;
  /** Labels of the release's revisions, oldest first. */
  readonly revisions: (release: string) => Promise<readonly Labels[]>;
}

type Labels = Readonly<Record<string, string>>;

export async function openReleaseSite(
  sandbox: TestSandbox,
  prefix: string,
  options: NamespaceOptions = {},
): Promise<ReleaseSite> {
  const namespace = await makeNamespace(sandbox, prefix, options);
  return {
    namespace,
    deploy: (wish) => deploy(sandbox, namespace, wish),
    revisions: async (release) => {
      const selector = `owner=helm,name=${release}`;
      const found = await namespace.get<{ items: { metadata: { labels: Labels } }[] }>(
        ...['secrets', '--selector', selector],
      );
      return found.items
        .map(({ metadata }) => metadata.labels)
        .sort((a, b) => Number(a.version) - Number(b.version));
    },
  };
}

async function deploy(
  { environment }: TestSandbox,
  namespace: TestNamespace,
  { release, major = 'helm4', env = {}, inputs = {}, ...rest }: SiteDeploy,
): Promise<Deployed> {
  const helm = environment.helm[major === 'helm4' ? 'v4' : 'v3'];
  const written = { diff: '', manifest: '' };
  const result = await runAction(ACTION, {
    timeoutMs: 400_000,
    ...rest,
    env: {
      ...(await namespace.jobEnvironment()),
      PATH: `${join(helm, '..')}:${environment.env.PATH ?? ''}`,
      ...env,
    },
    inputs: {
      ...{ release, namespace: namespace.name, chart: 'chart', timeout: '4m', settle: '0s' },
      ...namespace.login,
      ...inputs,
    },
    // The files are gone when the job ends.
    laterSteps: async ({ diff, manifest }) => {
      if (diff) written.diff = await readFile(diff, 'utf8');
      if (manifest) written.manifest = await readFile(manifest, 'utf8');
    },
  });
  return { ...result, ...written };
}

/** `2:deployed` of the labels of a revision. */
export const inShort = ({ version, status }: Labels): string => `${version}:${status}`;
