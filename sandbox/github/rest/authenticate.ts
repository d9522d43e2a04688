import { createVerify } from 'node:crypto';
import type { Caller, State } from '../state.ts';
import { isRecord } from './fields.ts';
import { RestError } from './rest-error.ts';

/** Whom `Authorization: token X`, `Bearer X` or Basic stands for; 401 for what nobody minted. */
export function authenticate(state: State, header: string | undefined): Caller {
  if (header === undefined || header === '') return { kind: 'anonymous' };
  const [scheme = '', value = ''] = header.split(/ +/, 2);
  const token = /^basic$/i.test(scheme) ? basicPassword(value) : value;
  if (token.split('.').length === 3 && token.startsWith('ey')) return appOf(state, token);
  const caller = state.tokens.get(token);
  if (!caller || (caller.kind === 'installation' && caller.expiresAt <= state.now())) {
    throw new RestError(401, 'Bad credentials');
  }
  return caller;
}

/** git sends `x-access-token:TOKEN`, people `login:TOKEN`. */
function basicPassword(value: string): string {
  const text = Buffer.from(value, 'base64').toString();
  return text.slice(text.indexOf(':') + 1);
}

/** The App whose private key signed this JWT (RS256, at most ten minutes, docs: generating-a-json-web-token). */
function appOf(state: State, jwt: string): Caller {
  const [head = '', body = '', signature = ''] = jwt.split('.');
  const header = decode(head);
  const claims = decode(body);
  if (header?.alg !== 'RS256' || !claims) throw undecodable();
  const app = state.apps.get(Number(claims.iss));
  if (!app) throw new RestError(404, 'Integration not found');
  const verify = createVerify('RSA-SHA256').update(`${head}.${body}`);
  if (!verify.verify(app.publicKey, Buffer.from(signature, 'base64url'))) throw undecodable();
  const now = state.now().getTime() / 1000;
  const [issued, expires] = [Number(claims.iat), Number(claims.exp)];
  if (!(expires > now)) {
    throw new RestError(
      401,
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    );
  }
  if (expires > now + 660) {
    throw new RestError(401, "'Expiration time' claim ('exp') is too far in the future");
  }
  if (!(issued <= now + 60)) {
    throw new RestError(
      401,
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    );
  }
  return { kind: 'app', app };
}

const undecodable = (): RestError => new RestError(401, 'A JSON web token could not be decoded');

function decode(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** How the event log names a caller. */
export function callerName(caller: Caller): string {
  switch (caller.kind) {
    case 'user':
    case 'installation':
      return caller.account.login;
    case 'job':
      return `GITHUB_TOKEN of run ${caller.runId}`;
    case 'app':
      return `App ${caller.app.slug}`;
    default:
      return 'anonymous';
  }
}
