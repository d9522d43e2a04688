import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { cacheFolder } from '../world/cache.ts';

const PLACES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/cert.pem',
];

/**
 * The authorities this machine trusts, as PEM; empty where none is found. They go into the base
 * image: where the package registries stand behind an authority of the company's own, `RUN npm ci`
 * needs it. A sandbox's own authority is left out: it would give each sandbox images of its own.
 */
export async function systemCertificates(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const usable = (file: string | undefined): file is string =>
    file !== undefined && !file.startsWith(cacheFolder()) && existsSync(file);
  const first = [env.SSL_CERT_FILE, ...PLACES].find(usable);
  const files = [first, env.NODE_EXTRA_CA_CERTS].filter(usable);
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return [...new Set(texts)].join('\n');
}
