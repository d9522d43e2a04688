import type { Claims } from '../../src/cloud/claims.ts';
import { type LeastTrust, leastTrust } from '../../src/cloud/least-trust.ts';
import { type ClusterAccess, type LoginPorts, login } from '../../src/cloud/login.ts';
import { explainRefusal } from '../../src/cloud/refusal.ts';
import { connect, type Identity } from '../../src/cluster/connect.ts';
import type { Settings } from '../../src/settings/define.ts';
import { childEnvironment } from '../../src/tools/child-environment.ts';
import type { StartProcess } from '../../src/tools/process.ts';
import { makeScratch } from '../../src/tools/scratch.ts';
import type { inputs } from './inputs.ts';

export type ClusterLoginSettings = Settings<typeof inputs>;

export interface ClusterLoginPorts extends LoginPorts {
  readonly startProcess: StartProcess;
  readonly exportVariable: (name: string, value: string) => void;
  readonly cancelled: AbortSignal;
}

export interface ClusterLoginResult {
  readonly provider: ClusterAccess['provider'];
  /** Path; `undefined` where none is left for later steps. */
  readonly kubeconfig?: string;
  readonly identity?: Identity;
  readonly claims?: Claims;
  readonly expiresAt?: number;
  /** What to paste, in `verify-trust`. */
  readonly trust?: LeastTrust;
  /** Why the cluster let us not in; the rest of the result stands. */
  readonly failure?: unknown;
}

/** Logs in, asks the cluster who we are, and leaves a kubeconfig that renews itself (or nothing). */
export async function clusterLogin(
  settings: ClusterLoginSettings,
  ports: ClusterLoginPorts,
): Promise<ClusterLoginResult> {
  const access = await login(settings, ports);
  const met = await meetCluster(access, ports);
  const stays = settings.mode === 'login' && 'identity' in met;
  if (!stays) await access.dispose();
  if (stays && settings.exportKubeconfig) ports.exportVariable('KUBECONFIG', access.kubeconfig);
  const { provider, claims, expiresAt } = access;
  return {
    provider,
    ...(claims && { claims }),
    ...(expiresAt !== undefined && { expiresAt }),
    ...(stays && { kubeconfig: access.kubeconfig }),
    ...(claims &&
      settings.mode === 'verify-trust' && { trust: leastTrust(claims, settings.audience) }),
    ...met,
  };
}

/** Who the cluster says we are, or why it does not let us in. */
async function meetCluster(
  access: ClusterAccess,
  ports: ClusterLoginPorts,
): Promise<{ readonly identity: Identity } | { readonly failure: unknown }> {
  try {
    const cluster = await connect(
      {
        kubeconfig: access.kubeconfig,
        ...(access.context && { context: access.context }),
        env: childEnvironment(ports.env),
        folder: await makeScratch(ports.tempFolder, ports.saveState),
        cancelled: ports.cancelled,
      },
      ports,
    );
    await cluster.close();
    return { identity: cluster.identity };
  } catch (error) {
    return { failure: explainRefusal(access, error) };
  }
}
