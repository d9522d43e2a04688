import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from '../world/replace-file.ts';
import type { World } from '../world/world.ts';
import { type Certificate, issueClientCertificate } from './pki.ts';

export const kubeconfigFile = (world: World, name: string): string =>
  join(world.folder, 'pki', `${name}.kubeconfig`);

/** The identities of the cluster's own parts, with the names the API server's RBAC rules expect. */
const IDENTITIES = [
  { name: 'admin', user: 'admin', group: 'system:masters' },
  { name: 'kube-controller-manager', user: 'system:kube-controller-manager' },
  { name: 'kube-scheduler', user: 'system:kube-scheduler' },
  { name: 'kube-proxy', user: 'system:kube-proxy' },
] as const;

/** Writes a kubeconfig per identity, with the certificates inside: one file to hand around. */
export async function writeKubeconfigs(world: World): Promise<void> {
  const node = {
    name: 'kubelet',
    user: `system:node:${world.nodeName}`,
    group: 'system:nodes',
  };
  await Promise.all(
    [...IDENTITIES, node].map(async (identity) => {
      const certificate = await issueClientCertificate(world, identity);
      const text = JSON.stringify(await kubeconfig(world, certificate), null, 2);
      await replaceFile(kubeconfigFile(world, identity.name), text, 0o600);
    }),
  );
}

async function kubeconfig(world: World, certificate: Certificate): Promise<object> {
  const data = async (file: string): Promise<string> => (await readFile(file)).toString('base64');
  const name = `sandbox-${world.name}`;
  return {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name,
        cluster: {
          server: world.apiServer,
          'certificate-authority-data': await data(certificate.ca),
        },
      },
    ],
    users: [
      {
        name,
        user: {
          'client-certificate-data': await data(certificate.cert),
          'client-key-data': await data(certificate.key),
        },
      },
    ],
    contexts: [{ name, context: { cluster: name, user: name } }],
    'current-context': name,
  };
}
