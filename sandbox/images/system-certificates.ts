import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

const PLACES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/cert.pem',
];

/**
 * The authorities this machine trusts, as PEM. They go into the base image: where the package
 * registries stand behind an authority of the company's own, `RUN npm ci` needs it.
 */
export async function systemCertificates(): Promise<string | undefined> {
  const file = [process.env.SSL_CERT_FILE, ...PLACES].find((path) => path && existsSync(path));
  return file === undefined ? undefined : readFile(file, 'utf8');
}
