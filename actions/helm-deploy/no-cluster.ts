import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pullRequestOf } from './pull-request.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';

/** Why a plan has to do without a cluster; undefined where it can ask one. */
export async function noCluster(
  { cluster, kubeconfig }: HelmDeploySettings,
  { env }: Pick<HelmDeployPorts, 'env'>,
): Promise<string | undefined> {
  const pull = await pullRequestOf(env);
  if (pull?.isFork) return 'the pull request of a fork gets at none';
  if (cluster) {
    const mayAsk = Boolean(env.ACTIONS_ID_TOKEN_REQUEST_URL && env.ACTIONS_ID_TOKEN_REQUEST_TOKEN);
    return mayAsk ? undefined : 'the job gets no ID token (`id-token: write`) to log in with';
  }
  const file = kubeconfig || env.KUBECONFIG || join(env.HOME ?? homedir(), '.kube', 'config');
  return existsSync(file) ? undefined : 'neither `cluster` nor a kubeconfig is given';
}
