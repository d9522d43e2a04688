import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Document, parseDocument, type YAMLSeq } from 'yaml';
import type { Ground } from './ground.ts';
import type { Place } from './place.ts';

const CONFIG = '.github/deploy.yml';
const AUTHORITY = 'deploy/sandbox-ca.pem';
const SETTLE = '5s';

/**
 * Puts the addresses of the ground into a service repository's deploy.yml: registry, cluster, its
 * authority, a short time to settle, and a values file per environment with the port it answers at. Everything else of the
 * repository runs as its users have it.
 */
export async function adaptToGround(
  repository: string,
  ground: Ground,
  places: readonly Place[],
): Promise<void> {
  if (ground.oidc) await copyFile(ground.oidc.caFile, join(repository, AUTHORITY));
  const document = parseDocument(await readFile(join(repository, CONFIG), 'utf8'));
  document.set('registry', ground.registry);
  // `auto` watches on for close to a minute here; people who watch the demo have seen enough.
  document.setIn(['release', 'settle'], SETTLE);
  for (const place of places) await adaptEnvironment(document, repository, ground, place);
  await writeFile(join(repository, CONFIG), document.toString());
}

async function adaptEnvironment(
  document: Document,
  repository: string,
  ground: Ground,
  { environment, namespace, nodePort, url }: Place,
): Promise<void> {
  const at = (key: string): string[] => ['environments', environment, key];
  const { oidc } = ground;
  const settings = {
    namespace,
    url,
    cluster: oidc?.cluster,
    audience: oidc?.audience,
    'server-ca': oidc && AUTHORITY,
  };
  for (const [key, value] of Object.entries(settings)) {
    if (value === undefined) document.deleteIn(at(key));
    else document.setIn(at(key), value);
  }
  const ports = `deploy/sandbox-${environment}.yml`;
  await writeFile(join(repository, ports), `api: { service: { nodePort: ${nodePort} } }\n`);
  const values = document.getIn(at('values')) as YAMLSeq;
  for (const file of ['deploy/sandbox.yml', ports]) values.add(file);
}
