import { readFile, rename, writeFile } from 'node:fs/promises';
import { authenticationConfiguration, type Trust } from '../../src/cloud/trust.ts';
import { authenticationFile } from '../cluster/control-plane.ts';
import { caFile } from '../cluster/pki.ts';
import type { World } from '../world/world.ts';

/** The audience that jobs ask for: one per cluster, so that no other cluster takes the token. */
export const clusterAudience = (world: World): string => world.apiServer;

const ENVIRONMENTS = ['develop', 'staging', 'main', 'production'];

/** The trust of docs/login-direct.md with the sandbox's issuer: acme's released workflows only. */
export async function sandboxTrust(world: World): Promise<Trust> {
  return {
    issuer: world.issuer,
    issuerCa: await readFile(caFile(world), 'utf8'),
    audience: clusterAudience(world),
    ownerId: '1',
    repositoryIds: [],
    environments: [...ENVIRONMENTS, ...ENVIRONMENTS.map((name) => `${name}-rollback`)],
    workflowRefs: ['deploy', 'rollback'].map(
      (name) => `acme/deploy-actions/.github/workflows/${name}.yml@refs/tags/v1.0.0`,
    ),
    runner: 'github-hosted',
  };
}

/**
 * Writes the API server's AuthenticationConfiguration. Must be there before the server's first
 * start; the running server reads a changed file again within a minute.
 */
export async function writeAuthentication(world: World, trust?: Trust): Promise<void> {
  const file = authenticationFile(world);
  const text = authenticationConfiguration(trust ?? (await sandboxTrust(world)));
  if ((await readFile(file, 'utf8').catch(() => '')) === text) return;
  // Renamed into place: the server must not read half a file.
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}
