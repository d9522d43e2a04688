import { followRedirect } from '../../../../src/http/registry/redirect.ts';

const FROM = 'https://ghcr.io/v2/acme/api/blobs/sha256:1';

test.each([
  ['https://ghcr.io/other', 'https://ghcr.io/other', true],
  ['/v2/moved', 'https://ghcr.io/v2/moved', true],
  ['https://storage.example.com/x?sig=1', 'https://storage.example.com/x?sig=1', false],
  ['https://ghcr.io:8443/x', 'https://ghcr.io:8443/x', false],
  ['//evil.example.com/x', 'https://evil.example.com/x', false],
  ['https://user:word@ghcr.io/x', 'https://ghcr.io/x', true],
])('to %s: goes to %s, credentials come along: %s', (location, url, keepCredentials) => {
  expect(followRedirect(FROM, location)).toEqual({ url, keepCredentials });
});

test.each([
  ['http://ghcr.io/x', 'from https to plain http'],
  ['http://storage.example.com/x', 'from https to plain http'],
  ['file:///etc/passwd', 'redirects to file:'],
  ['', 'without an address'],
  [undefined, 'without an address'],
])('to %s: refused', (location, why) => {
  expect(() => followRedirect(FROM, location)).toThrow(why);
});

test('plain http may become https, without credentials', () => {
  expect(followRedirect('http://localhost:5000/v2/', 'https://localhost:5000/v2/')).toEqual({
    url: 'https://localhost:5000/v2/',
    keepCredentials: false,
  });
});
