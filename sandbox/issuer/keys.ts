import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  timingSafeEqual,
} from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The two keys of an issuer; they live as long as its sandbox. */
export interface IssuerKeys {
  /** Signs ID tokens (RS256). */
  readonly signing: KeyObject;
  /** Signs request tokens (HS256): only the issuer and those who start jobs have it. */
  readonly request: Buffer;
}

/** Reads the keys of the folder and makes them where they are missing. */
export async function openKeys(folder: string): Promise<IssuerKeys> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const signing = await keep(join(folder, 'signing.key'), () =>
    generateKeyPairSync('rsa', { modulusLength: 2048 })
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString(),
  );
  const request = await keep(join(folder, 'request.key'), () => randomBytes(32).toString('hex'));
  return { signing: createPrivateKey(signing), request: Buffer.from(request, 'hex') };
}

async function keep(file: string, make: () => string): Promise<string> {
  if (!existsSync(file)) {
    const work = `${file}.${process.pid}`;
    await writeFile(work, make(), { mode: 0o600 });
    await rename(work, file);
  }
  return readFile(file, 'utf8');
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The public half as JWK; `kid` is its RFC 7638 thumbprint. */
export function publicJwk(keys: IssuerKeys): Readonly<Record<string, unknown>> {
  const { e, kty, n } = createPublicKey(keys.signing).export({ format: 'jwk' });
  const kid = createHash('sha256').update(JSON.stringify({ e, kty, n })).digest('base64url');
  return { kty, alg: 'RS256', use: 'sig', kid, n, e };
}

/** A JWT that anybody can verify with the issuer's JWKS. */
export function signIdToken(keys: IssuerKeys, claims: object): string {
  const head = `${encode({ typ: 'JWT', alg: 'RS256', kid: publicJwk(keys).kid })}.${encode(claims)}`;
  return `${head}.${sign('RSA-SHA256', Buffer.from(head), keys.signing).toString('base64url')}`;
}

/** A JWT that only the issuer itself can verify. */
export function signRequestToken(keys: IssuerKeys, content: object): string {
  const head = `${encode({ typ: 'JWT', alg: 'HS256' })}.${encode(content)}`;
  return `${head}.${hmac(keys, head).toString('base64url')}`;
}

/** What the request token holds; `undefined` when we did not sign it. */
export function openRequestToken(keys: IssuerKeys, token: string): unknown {
  const [head, payload, signature, ...rest] = token.split('.');
  if (!head || !payload || !signature || rest.length > 0) return undefined;
  const [given, right] = [Buffer.from(signature, 'base64url'), hmac(keys, `${head}.${payload}`)];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
}

const hmac = (keys: IssuerKeys, text: string): Buffer =>
  createHmac('sha256', keys.request).update(text).digest();
