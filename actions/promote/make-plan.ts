import { type PlatformNeeds, platformProblems } from '../../src/domain/platform.ts';
import { ActionError, describeError } from '../../src/errors.ts';
import type { GitHub } from '../../src/http/github/github.ts';
import { type FoundBundle, findBundle } from '../../src/records/find-bundle.ts';
import { recordedRunning } from '../../src/records/running.ts';
import type { DeployConfig } from '../../src/settings/config/deploy-file.ts';
import { type FlowPlan, planFlow } from '../../src/settings/config/flow.ts';
import type { PromotePorts, PromoteSettings } from './settings.ts';

export interface Plan {
  readonly flow: FlowPlan;
  /** The proven bundle of this source tree; undefined: this run builds one. */
  readonly bundle?: FoundBundle['bundle'];
  readonly notes: readonly string[];
}

/**
 * What the ref of this run deploys, and everything on GitHub's side that would stop it half-way:
 * said before a build takes its time.
 * @throws {ActionError} `gate-refused`, `bundle-unknown`
 */
export async function makePlan(
  settings: PromoteSettings,
  github: GitHub,
  ports: PromotePorts,
): Promise<Plan> {
  const config = ports.loadConfig(settings.config);
  if (config === undefined) {
    throw new ActionError('invalid-input', `${settings.config} is not there`, {
      hint: 'The plan is made from it; is actions/checkout an earlier step?',
    });
  }
  const reading = planFlow(config.value, ports.env.GITHUB_REF ?? '');
  if (!reading.ok) {
    throw new ActionError('gate-refused', `Nothing to deploy: ${reading.reasons.join('; ')}`);
  }
  const notes = await checkPlatform(reading.plan, config.value, github, ports);
  const proven = provenElsewhere(reading.plan, config.value);
  if (proven.length === 0) return { flow: reading.plan, notes };
  const { bundle } = await findProven(proven, settings, github, ports);
  return { flow: reading.plan, bundle, notes };
}

/** @returns what could not be checked */
async function checkPlatform(
  { environments }: FlowPlan,
  config: DeployConfig,
  github: GitHub,
  ports: PromotePorts,
): Promise<readonly string[]> {
  const actor = ports.env.GITHUB_ACTOR ?? '';
  const needs = environments.map((environment): PlatformNeeds => {
    const approvals = config.environments[environment]?.require?.approvals ?? 0;
    return { environment, approvals, actor };
  });
  const answers = await Promise.allSettled(needs.map((it) => github.environment(it.environment)));
  const notes: string[] = [];
  const problems = needs.flatMap((need, index) => {
    const answer = answers[index];
    if (answer?.status === 'fulfilled') return platformProblems(need, answer.value);
    const why = describeError(answer?.reason);
    notes.push(`environment ${need.environment}: not checked, needs \`actions: read\` (${why})`);
    return [];
  });
  for (const note of notes) ports.warn(note);
  if (problems.length === 0) return notes;
  throw new ActionError(
    'gate-refused',
    `GitHub is not ready for this flow:\n${problems.map((it) => `${it.code}: ${it.message}`).join('\n')}`,
    { hint: problems.map((it) => it.fix).join('\n') },
  );
}

/** Environments outside of this flow in which a bundle must have passed: it is then not built. */
function provenElsewhere({ environments }: FlowPlan, config: DeployConfig): readonly string[] {
  const required = environments.flatMap((name) => config.environments[name]?.require?.pass ?? []);
  return [...new Set(required)].filter((name) => !environments.includes(name));
}

async function findProven(
  environments: readonly string[],
  settings: PromoteSettings,
  github: GitHub,
  { env }: PromotePorts,
): Promise<FoundBundle> {
  const sha = env.GITHUB_SHA ?? '';
  try {
    return await findBundle(github, { given: settings.bundle, sha, environments });
  } catch (error) {
    if (!(error instanceof ActionError) || error.code !== 'bundle-unknown') throw error;
    throw await withCommits(error, environments[0] ?? '', sha, github);
  }
}

/** Names the commits that the environment never saw. */
async function withCommits(
  error: ActionError,
  environment: string,
  sha: string,
  github: GitHub,
): Promise<ActionError> {
  const seen = await recordedRunning(github, environment);
  const way = seen && (await github.compare(seen.bundle.commit, sha));
  const commits = (way?.commits ?? []).map((it) => `${it.sha.slice(0, 8)} ${it.title}`);
  if (commits.length === 0) return error;
  const list = commits.slice(-20).join('\n');
  return new ActionError(
    'bundle-unknown',
    `${error.message}\nSince ${seen?.bundle.id} in ${environment}:\n${list}`,
    { ...(error.hint !== undefined && { hint: error.hint }) },
  );
}
