import type { GitHub } from '../../src/http/github/github.ts';
import type { TrustRules } from '../../src/records/trust.ts';
import type { PromotePorts, PromoteSettings } from './settings.ts';

/** Which runs may prove: those of our deploy.yml, on the branches that the flow names. */
export async function trustedRuns(
  settings: PromoteSettings,
  github: GitHub,
  ports: PromotePorts,
): Promise<Omit<TrustRules, 'tree'>> {
  const { env } = ports;
  const ours = [env.GITHUB_ACTION_REPOSITORY, env.GITHUB_REPOSITORY]
    .filter((repository) => repository)
    .map((repository) => `${repository}/.github/workflows/deploy.yml`);
  return {
    branches: await branches(settings, github, ports),
    workflows: [...ours, ...settings.trustedWorkflows],
  };
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
