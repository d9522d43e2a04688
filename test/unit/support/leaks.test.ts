import { findLeaks, textsIn } from '../../support/leaks.ts';

const SECRET = 'Canary-0123456789';
const leaks = (text: string): readonly string[] => findLeaks(text, { password: SECRET });

describe('a secret is found', () => {
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  test.each([
    ['plain', `x${SECRET}y`],
    ['in base64', base64(SECRET)],
    ['in base64 behind other text', base64(`a${SECRET}`)],
    ['in base64 of a whole configuration', base64(`{"password":"${SECRET}"}`)],
    ['in base64url', Buffer.from(`?>${SECRET}`).toString('base64url')],
    ['URL-encoded', SECRET.replaceAll(/./g, (c) => `%${c.charCodeAt(0).toString(16)}`)],
    ['with escapes of JSON', SECRET.replace('C', '\\u0043')],
    ['in ROT13', 'Pnanel-0123456789'],
  ])('%s', (_, text) => {
    expect(leaks(`before ${text} after`)).toEqual(['password']);
  });
});

test('tokens are found without knowing them, also in base64', () => {
  const token = `ghs_${'a1'.repeat(18)}`;
  expect(leaks(`token ${token}`)).toEqual(['a token of GitHub']);
  expect(leaks(Buffer.from(`x-access-token:${token}`).toString('base64'))).not.toEqual([]);
  const jwt = `${Buffer.from('{"alg":"RS256"}').toString('base64url')}.${Buffer.from('{"iss":"https://x"}').toString('base64url')}.c2ln`;
  expect(leaks(`Bearer ${jwt}`)).toEqual(['a JSON Web Token']);
});

test('masks, digests and commits are no secrets', () => {
  expect(leaks(`*** sha256:${'0123456789abcdef'.repeat(4)} ${'ab'.repeat(20)}`)).toEqual([]);
});

test('every text of a value is read, keys too', () => {
  expect(textsIn({ a: ['b', { c: 'd' }], e: 1, f: null })).toEqual(
    expect.arrayContaining(['a', 'b', 'c', 'd', 'e', 'f']),
  );
});
