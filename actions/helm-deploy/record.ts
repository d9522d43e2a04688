import type { Bundle } from '../../src/domain/bundle.ts';
import { describeError } from '../../src/errors.ts';
import type { GitHub } from '../../src/http/github/github.ts';
import { addProgress, createRecord } from '../../src/records/deployments.ts';
import { runOf } from '../../src/session/run-of.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';

/** The GitHub Deployment of one deploy. */
export interface DeployRecord {
  readonly id: number;
  /** Says how it went on. A record that cannot be written warns: what runs is not undone for it. */
  readonly say: (state: State, text: string, url?: string) => Promise<void>;
}

type State = 'in_progress' | 'success' | 'failure' | 'error';

/**
 * Writes down that a bundle is about to go into an environment, before it does.
 * @returns undefined where nothing is to be recorded: no bundle, no environment, `deployment: false`
 */
export async function openRecord(
  bundle: Bundle | undefined,
  revision: number,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<DeployRecord | undefined> {
  const { environment, release, namespace, production, deployment } = settings;
  if (!bundle || environment === '' || !deployment) return undefined;
  const github = ports.github(settings.githubToken);
  const run = runOf(ports.env);
  const place = { environment, release, namespace, revision, run, production };
  const id = await createRecord(github, { ...place, kind: 'deploy', bundle });
  return { id, say: (state, text, url) => say({ github, id }, { state, text, url }, ports) };
}

/** The record that an earlier process of this run opened. */
export function recordOf(
  id: number | undefined,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): DeployRecord | undefined {
  if (id === undefined) return undefined;
  const github = ports.github(settings.githubToken);
  return { id, say: (state, text, url) => say({ github, id }, { state, text, url }, ports) };
}

interface Progress {
  readonly state: State;
  readonly text: string;
  readonly url: string | undefined;
}

async function say(
  { github, id }: { readonly github: GitHub; readonly id: number },
  { state, text, url }: Progress,
  { env, warn }: HelmDeployPorts,
): Promise<void> {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  const log_url = `${server}/${repository}/actions/runs/${run}`;
  const progress = { state, text, log_url, ...(url && { environment_url: url }) };
  await addProgress(github, id, progress).catch((error: unknown) => {
    warn(`The deployment record says too little: ${describeError(error)}`);
  });
}
