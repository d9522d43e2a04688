import {
  formatImageRef,
  formatRepository,
  parseImageRef,
  parseRepository,
} from '../../../src/domain/image-ref.ts';

const DIGEST = `sha256:${'a1'.repeat(32)}`;

test.each([
  ['nginx', 'docker.io', 'library/nginx', undefined, undefined],
  ['nginx:1.27', 'docker.io', 'library/nginx', '1.27', undefined],
  ['acme/api', 'docker.io', 'acme/api', undefined, undefined],
  ['docker.io/nginx', 'docker.io', 'library/nginx', undefined, undefined],
  ['index.docker.io/acme/api:v1', 'docker.io', 'acme/api', 'v1', undefined],
  ['ghcr.io/acme/shop/api', 'ghcr.io', 'acme/shop/api', undefined, undefined],
  [`ghcr.io/acme/api:v1@${DIGEST}`, 'ghcr.io', 'acme/api', 'v1', DIGEST],
  [`acme/api@${DIGEST}`, 'docker.io', 'acme/api', undefined, DIGEST],
  ['localhost/api', 'localhost', 'api', undefined, undefined],
  ['localhost:5000/api:v1', 'localhost:5000', 'api', 'v1', undefined],
  ['10.0.0.1:5000/a__b/c-d.e:_x', '10.0.0.1:5000', 'a__b/c-d.e', '_x', undefined],
  ['[::1]:5000/api', '[::1]:5000', 'api', undefined, undefined],
  [
    '123456789012.dkr.ecr.eu-west-1.amazonaws.com/api',
    '123456789012.dkr.ecr.eu-west-1.amazonaws.com',
    'api',
    undefined,
    undefined,
  ],
])('%s is read', (text, host, path, tag, digest) => {
  expect(parseImageRef(text)).toEqual({
    host,
    path,
    ...(tag && { tag }),
    ...(digest && { digest }),
  });
});

test.each([
  ['', 'is not a repository path'],
  ['ghcr.io/', 'is not a repository path'],
  ['https://ghcr.io/acme/api', 'leave "https://" out'],
  ['acme/Api', 'write it in lower case'],
  ['ghcr.io/acme//api', 'is not a repository path'],
  ['ghcr.io/acme/api/', 'is not a repository path'],
  ['ghcr.io/acme/-api', 'is not a repository path'],
  ['ghcr.io/acme/a___b', 'is not a repository path'],
  ['acme/api:', 'a tag has up to 128'],
  ['acme/api:-v1', 'a tag has up to 128'],
  [`acme/api:${'a'.repeat(129)}`, 'a tag has up to 128'],
  ['acme/api@sha256:abc', 'a digest is sha256: and 64 hex digits'],
  [`acme/api@${DIGEST.toUpperCase()}`, 'a digest is'],
  [`acme/api@${DIGEST}@${DIGEST}`, 'a digest is'],
  ['ghcr_.io/acme/api', 'is not a registry'],
  ['ghcr.io:port/acme/api', 'is not a registry'],
  [`ghcr.io/${'a/'.repeat(130)}a`, 'longer than 255'],
  ['ghcr.io/acme/api v1', 'is not a repository path'],
])('%j is refused: %s', (text, why) => {
  expect(() => parseImageRef(text)).toThrow(why);
});

test('a repository has neither tag nor digest', () => {
  expect(parseRepository('ghcr.io/acme/api')).toEqual({ host: 'ghcr.io', path: 'acme/api' });
  expect(() => parseRepository('ghcr.io/acme/api:v1')).toThrow('leave the tag ":v1" out');
  expect(() => parseRepository(`ghcr.io/acme/api@${DIGEST}`)).toThrow('leave the digest out');
});

test('what was read is written with its host', () => {
  expect(formatImageRef(parseImageRef(`nginx:1@${DIGEST}`))).toBe(
    `docker.io/library/nginx:1@${DIGEST}`,
  );
  expect(formatRepository(parseImageRef('ghcr.io/acme/api:v1'))).toBe('ghcr.io/acme/api');
});
