import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Cluster, connect } from '../../src/cluster/connect.ts';
import { createSend } from '../../src/http/request.ts';
import { startProcess } from '../../src/tools/process.ts';
import type { TestSandbox } from './sandbox.ts';

/**
 * A connection to the sandbox's cluster as its admin, or as another user: what that one may do is a
 * matter of its roles.
 * @param folder where the kubeconfig and the socket go
 * @param user e.g. `system:serviceaccount:shop:deployer`; needs no ServiceAccount
 */
export async function connectAs(
  sandbox: TestSandbox,
  folder: string,
  user?: string,
): Promise<Cluster> {
  const { env } = sandbox.environment;
  const config = JSON.parse(
    await sandbox.run(['kubectl', 'config', 'view', '--raw', '-o', 'json']),
  ) as { users: { user: object }[] };
  const users = config.users.map((one) => ({
    ...one,
    user: { ...one.user, ...(user !== undefined && { as: user }) },
  }));
  // The socket of a connection has the same name in every folder.
  const own = await mkdtemp(join(folder, 'as-'));
  const kubeconfig = join(own, 'kubeconfig');
  await writeFile(kubeconfig, JSON.stringify({ ...config, users }), { mode: 0o600 });
  return connect({ env, kubeconfig, folder: own }, { send: createSend({}), startProcess });
}
