import { decodeClaims, otherSubject } from '../../../src/cloud/claims.ts';
import { exampleClaims, unsignedToken } from './example-claims.ts';

describe('the claims of an ID token', () => {
  it('are read from the JWT', () => {
    const claims = exampleClaims();
    expect(decodeClaims(unsignedToken(claims))).toEqual(claims);
  });

  it.each([
    ['empty text', ''],
    ['text', 'not a token'],
    ['two parts', 'eyJhbGciOiJSUzI1NiJ9.e30'],
    ['five parts, an encrypted token', 'a.e30.c.d.e'],
    ['a payload that is not JSON', 'eyJhbGciOiJSUzI1NiJ9.AAAA.c2ln'],
    ['a payload that is a list', unsignedToken([])],
    ['no issuer', unsignedToken(exampleClaims({ iss: undefined }))],
    ['an end that is text', unsignedToken(exampleClaims({ exp: 'tomorrow' }))],
    ['no audience', unsignedToken(exampleClaims({ aud: undefined }))],
  ])('are refused when there is %s, without showing it', (_, token) => {
    const read = () => decodeClaims(token);
    expect(read).toThrow('not a JWT of an ID token');
    if (token !== '') expect(read).not.toThrow(token);
  });
});

describe('the other form of a subject', () => {
  const ids = { repository_id: '456789', repository_owner_id: '123456' };
  it.each([
    [
      'repo:acme@123456/shop@456789:environment:production',
      'repo:acme/shop:environment:production',
    ],
    [
      'repo:acme/shop:environment:production',
      'repo:acme@123456/shop@456789:environment:production',
    ],
    ['repo:acme@123456/shop@456789:ref:refs/heads/a@1', 'repo:acme/shop:ref:refs/heads/a@1'],
    ['repo:acme/shop:pull_request', 'repo:acme@123456/shop@456789:pull_request'],
    ['repo:acme@123456/shop@456789', 'repo:acme/shop'],
    ['repository_id:456789:environment:production', undefined],
  ])('of %s is %s', (sub, other) => {
    expect(otherSubject(exampleClaims({ sub, ...ids }))).toBe(other);
  });
});
