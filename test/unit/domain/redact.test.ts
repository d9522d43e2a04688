import {
  createLineRedactor,
  createRedactor,
  redactLines,
  scalarLeaves,
  secretsIn,
} from '../../../src/domain/redact.ts';
import { findLeaks } from '../../support/leaks.ts';

const SECRET = `p"a&s's<w>örd/+ 7\\z`;

describe('a secret of eight characters or more goes', () => {
  const redact = createRedactor([SECRET]);
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  test.each([
    ['as it is', SECRET],
    ['inside a word', `x${SECRET}x`],
    ['in a URL', `https://h/?q=${encodeURIComponent(SECRET)}`],
    ['in a form', new URLSearchParams({ q: SECRET }).toString()],
    ['in JSON', JSON.stringify({ q: SECRET })],
    ['in JSON in JSON', JSON.stringify(JSON.stringify({ q: SECRET }))],
    ['in single quotes of YAML', `'${SECRET.replaceAll("'", "''")}'`],
    ['in base64', base64(SECRET)],
    ['in base64 after one byte', base64(`a${SECRET}`)],
    ['in base64 after two bytes', base64(`ab${SECRET}z`)],
    ['in base64 for URLs', Buffer.from(`u:${SECRET}`).toString('base64url')],
    ['in hex', Buffer.from(SECRET).toString('hex')],
  ])('%s', (_, text) => {
    const shown = redact(`before ${text} after`);
    expect(shown).toContain('***');
    expect(shown).toMatch(/^before .*after$/);
    expect(findLeaks(shown, { SECRET })).toEqual([]);
    // What is left of an encoding is less than a few characters.
    expect(shown.replace(/before | after|\*\*\*/g, '').length).toBeLessThan(30);
  });
});

test.each([
  ['each line of a secret goes', 'first line\nsecond line', 'a first line b', 'a *** b'],
  ['a short one goes as a word', 'pin7', 'pin7, spin7, pin77', '***, spin7, pin77'],
  ['a short one goes beside signs', 'a.b', '(a.b) xaxb', '(***) xaxb'],
  ['one of two characters stays', '42', 'exit code 42', 'exit code 42'],
  ['a word like true stays', 'true', 'ready: true', 'ready: true'],
  ['an empty one changes nothing', '', 'text', 'text'],
  ['one of blanks changes nothing', '   ', 'a   b', 'a   b'],
])('%s', (_, secret, text, shown) => {
  expect(createRedactor([secret])(text)).toBe(shown);
});

test('a secret that is part of another leaves nothing of the longer one', () => {
  const redact = createRedactor(['password', 'password-of-production']);
  expect(redact('password-of-production')).toBe('***');
});

test('a second use finds all of it again', () => {
  const redact = createRedactor(['long-secret']);
  expect([redact('long-secret'), redact('long-secret')]).toEqual(['***', '***']);
});

test.each([
  ['a JSON Web Token', `Bearer eyJhbGciOi.eyJzdWIiOiJ4.c2lnbmF0dXJl x`, 'Bearer *** x'],
  ['a token of GitHub', `token ghs_${'a'.repeat(36)}.`, 'token ***.'],
  [
    'the password of a URL',
    'GET https://acme:hunter22@r.example.com/v2/',
    'GET https://***@r.example.com/v2/',
  ],
  [
    'a signature in a query',
    'https://x/y?a=1&X-Amz-Signature=abc123&b=2',
    'https://x/y?a=1&X-Amz-Signature=***&b=2',
  ],
  ['basic credentials', 'Authorization: Basic YWNtZTpodW50ZXIy', 'Authorization: Basic ***'],
  [
    'the account in the message of Docker Hub',
    "toomanyrequests: You have reached your pull rate limit as 'acme': dckr_jti_AbC-12345=. You may increase",
    "toomanyrequests: You have reached your pull rate limit as '***'. You may increase",
  ],
  ['no digest', `acme/web@sha256:${'0a'.repeat(32)}`, `acme/web@sha256:${'0a'.repeat(32)}`],
  ['no probe', 'Get "http://10.0.0.1:8080/health": dial tcp 10.0.0.1:8080', undefined],
  ['no basic auth', 'authorization failed: no basic auth credentials', undefined],
])('%s is known by its form', (_, text, shown) => {
  expect(createRedactor([])(text)).toBe(shown ?? text);
});

const KEY = [
  '-----BEGIN RSA PRIVATE KEY-----',
  'MIIEow',
  'qwerty',
  '-----END RSA PRIVATE KEY-----',
];

test('a private key goes with all its lines', () => {
  const redact = createRedactor([]);
  expect(redactLines(['a', ...KEY, 'b'], redact).join('\n')).toBe(`a\n${KEY[0]}***\nb`);
  const line = createLineRedactor(redact);
  const shown = ['a', ...KEY, 'b'].map(line).join('\n');
  expect(shown).not.toMatch(/MIIEow|qwerty/);
  expect(shown).toMatch(/^a\n[\s\S]*\nb$/);
});

test('every leaf of a value counts, numbers too', () => {
  const value = { a: 'x', b: [1234, { c: true }], d: null };
  expect(scalarLeaves(value)).toEqual(['x', '1234', 'true']);
  expect(scalarLeaves(undefined)).toEqual([]);
});

test('Secrets of a manifest are known by their decoded values', () => {
  const secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'db' },
    data: { password: Buffer.from('s3cret-of-db').toString('base64'), port: 'NTQzMg==' },
    stringData: { url: 'postgres://db/shop' },
  };
  const config = { ...secret, kind: 'ConfigMap', stringData: { a: 'not-a-secret' } };
  expect(secretsIn([secret, config])).toEqual(['s3cret-of-db', 'postgres://db/shop']);
});
