import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCertificates } from '../images/system-certificates.ts';
import { replaceFile } from '../world/replace-file.ts';
import { run } from '../world/run.ts';
import type { World } from '../world/world.ts';

/** Paths of PEM files: a private key, its certificate, and the authority that signed it. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
  readonly ca: string;
}

const folderOf = (world: World): string => join(world.folder, 'pki');

/** The sandbox's authority: it signs every server and client certificate of one sandbox. */
export const caFile = (world: World): string => join(folderOf(world), 'ca.crt');
export const caKeyFile = (world: World): string => join(folderOf(world), 'ca.key');

/** What the machine trusts plus the sandbox's authority: for NODE_EXTRA_CA_CERTS and the like. */
export const caBundleFile = (world: World): string => join(world.folder, 'ca-bundle.pem');

/** Keys that sign the tokens of service accounts. */
export const serviceAccountKeys = (world: World): { key: string; publicKey: string } => ({
  key: join(folderOf(world), 'service-account.key'),
  publicKey: join(folderOf(world), 'service-account.pub'),
});

/** Makes the authority, the service account keys and the bundle where they are missing. */
export async function openPki(world: World): Promise<void> {
  const folder = folderOf(world);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // Without a file of its own, openssl adds what the machine's configuration says.
  const config = '[req]\ndistinguished_name = none\n[none]\n';
  await replaceFile(join(folder, 'openssl.cnf'), config);
  await issue(world, 'ca', `/CN=deploy-actions sandbox ${world.name}`, [
    'basicConstraints=critical,CA:TRUE',
    'keyUsage=critical,keyCertSign,cRLSign',
    'subjectKeyIdentifier=hash',
  ]);
  await writeServiceAccountKeys(world);
  const own = await readIfThere(caFile(world));
  await replaceFile(caBundleFile(world), `${await systemCertificates()}\n${own}\n`);
}

/**
 * Returns the certificate of a server of the sandbox, made the first time and when the hosts or
 * addresses are others than before. `openPki` must have run.
 */
export async function issueCertificate(
  world: World,
  server: { name: string; hosts?: readonly string[]; ips?: readonly string[] },
): Promise<Certificate> {
  const names = [
    ...(server.hosts ?? []).map((host) => `DNS:${host}`),
    ...(server.ips ?? []).map((ip) => `IP:${ip}`),
  ];
  return issue(world, server.name, `/CN=${server.name}`, [
    `subjectAltName=${names.join(',')}`,
    'extendedKeyUsage=serverAuth',
  ]);
}

/** Returns the certificate by which a client shows the API server its user name and groups. */
export async function issueClientCertificate(
  world: World,
  client: { name: string; user: string; group?: string },
): Promise<Certificate> {
  const subject = `${client.group ? `/O=${client.group}` : ''}/CN=${client.user}`;
  return issue(world, client.name, subject, ['extendedKeyUsage=clientAuth']);
}

async function issue(
  world: World,
  name: string,
  subject: string,
  extensions: readonly string[],
): Promise<Certificate> {
  const folder = folderOf(world);
  const made = { key: join(folder, `${name}.key`), cert: join(folder, `${name}.crt`) };
  const certificate = { ...made, ca: caFile(world) };
  const asked = join(folder, `${name}.request`);
  const request = [subject, ...extensions].join('\n');
  if ((await readIfThere(asked)) === request && existsSync(made.cert)) return certificate;
  const work = join(folder, randomUUID());
  const signer = name === 'ca' ? [] : ['-CA', caFile(world), '-CAkey', caKeyFile(world)];
  await run([
    ...['openssl', 'req', '-x509', '-config', join(folder, 'openssl.cnf'), '-days', '3650'],
    ...['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-subj', subject],
    ...extensions.flatMap((extension) => ['-addext', extension]),
    ...[...signer, '-keyout', `${work}.key`, '-out', `${work}.crt`],
  ]);
  await rename(`${work}.key`, made.key);
  await rename(`${work}.crt`, made.cert);
  // Last: where it is, both others are too.
  await writeFile(asked, request);
  return certificate;
}

async function writeServiceAccountKeys(world: World): Promise<void> {
  const files = serviceAccountKeys(world);
  if (existsSync(files.publicKey)) return;
  const pair = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  await writeFile(files.key, pair.privateKey, { mode: 0o600 });
  await writeFile(files.publicKey, pair.publicKey);
}

async function readIfThere(file: string): Promise<string> {
  return (await readFile(file, 'utf8').catch(() => '')).trim();
}
