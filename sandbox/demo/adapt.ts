import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Document, parseDocument, type YAMLSeq } from 'yaml';
import { caFile } from '../cluster/pki.ts';
import { clusterAudience } from '../issuer/authentication.ts';
import type { World } from '../world/world.ts';
import type { Place } from './place.ts';

const CONFIG = '.github/deploy.yml';
const AUTHORITY = 'deploy/sandbox-ca.pem';

/**
 * Puts the sandbox's addresses into a service repository's deploy.yml: registry, cluster, its
 * authority, and a values file per environment with the port it answers at. Everything else of the
 * repository runs as its users have it.
 */
export async function adaptToSandbox(
  repository: string,
  world: World,
  places: readonly Place[],
): Promise<void> {
  await copyFile(caFile(world), join(repository, AUTHORITY));
  const document = parseDocument(await readFile(join(repository, CONFIG), 'utf8'));
  document.set('registry', world.registry);
  for (const place of places) await adaptEnvironment(document, repository, world, place);
  await writeFile(join(repository, CONFIG), document.toString());
}

async function adaptEnvironment(
  document: Document,
  repository: string,
  world: World,
  { environment, namespace, nodePort, url }: Place,
): Promise<void> {
  const at = (key: string): string[] => ['environments', environment, key];
  const settings = {
    namespace,
    url,
    cluster: world.apiServer,
    audience: clusterAudience(world),
    'server-ca': AUTHORITY,
  };
  for (const [key, value] of Object.entries(settings)) document.setIn(at(key), value);
  const ports = `deploy/sandbox-${environment}.yml`;
  await writeFile(join(repository, ports), `api: { service: { nodePort: ${nodePort} } }\n`);
  const values = document.getIn(at('values')) as YAMLSeq;
  for (const file of ['deploy/sandbox.yml', ports]) values.add(file);
}
