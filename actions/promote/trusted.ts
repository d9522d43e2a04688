import type { GitHub } from '../../src/http/github/github.ts';
import type { TrustRules } from '../../src/records/trust.ts';
import type { PromotePorts, PromoteSettings } from './settings.ts';

/** Which runs may prove: those of our deploy.yml, on the branches that the flow names. */
export async function trustedRuns(
  settings: PromoteSettings,
  github: GitHub,
  ports: PromotePorts,
): Promise<Omit<TrustRules, 'tree'>> {
  const { GITHUB_ACTION_REPOSITORY: action, GITHUB_RUN_ID: run } = ports.env;
  const suites = action ? [action] : await calledSuites(github, Number(run));
  const ours = suites.map((repository) => `${repository}/.github/workflows/deploy.yml`);
  return {
    branches: await branches(settings, github, ports),
    workflows: [...ours, ...settings.trustedWorkflows],
  };
}

/**
 * Where our workflows live, when the runner does not name the action's repository (an action beside
 * its workflow, `$/promote`): where this very run called them.
 */
async function calledSuites(github: GitHub, runId: number): Promise<readonly string[]> {
  const run = await github.run(runId);
  const ours = /^([^/]+\/[^/]+)\/\.github\/workflows\/(?:pipeline|deploy)\.yml(?:@|$)/;
  const repositories = (run?.called ?? []).flatMap((path) => ours.exec(path)?.[1] ?? []);
  return [...new Set(repositories)];
}

async function branches(
  settings: PromoteSettings,
  github: GitHub,
  { env, loadConfig }: PromotePorts,
): Promise<readonly string[]> {
  if (settings.trustedBranches.length > 0) return settings.trustedBranches;
  const config = loadConfig(settings.config);
  // A run of a tag has the tag's name for its branch.
  if (config) return config.value.flow.flatMap(({ push, tag }) => push ?? tag ?? []);
  const own = env.GITHUB_REF_TYPE === 'branch' ? [env.GITHUB_REF_NAME ?? ''] : [];
  return [...new Set([await github.defaultBranch(), ...own])];
}
