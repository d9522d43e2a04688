import { formatPlatform, parseManifest } from '../../../../src/http/registry/manifest.ts';

const bytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const descriptor = { digest: 'sha256:1', mediaType: 'm', size: 2 };

test.each([
  [{ os: 'linux', architecture: 'amd64' }, 'linux/amd64'],
  [{ os: 'linux', architecture: 'arm', variant: 'v7' }, 'linux/arm/v7'],
  [{ os: 'linux', architecture: 'arm64', variant: '' }, 'linux/arm64'],
  [{ os: 'unknown', architecture: 'unknown' }, undefined],
  [{ os: '', architecture: '' }, undefined],
  [undefined, undefined],
])('the platform %j is %s', (platform, expected) => {
  expect(formatPlatform(platform)).toBe(expected);
});

test.each([
  ['application/vnd.oci.image.index.v1+json'],
  ['application/vnd.docker.distribution.manifest.list.v2+json'],
])('an index of type %s, from the header or from inside', (mediaType) => {
  const manifests = [
    { ...descriptor, platform: { os: 'linux', architecture: 'amd64' } },
    { ...descriptor, platform: { os: 'unknown', architecture: 'unknown' } },
    descriptor,
  ];
  const expected = {
    kind: 'index',
    entries: [
      { ...descriptor, platform: 'linux/amd64' },
      { ...descriptor, platform: undefined },
      { ...descriptor, platform: undefined },
    ],
  };
  expect(parseManifest(bytes({ manifests }), mediaType)).toEqual(expected);
  expect(parseManifest(bytes({ mediaType, manifests }), 'text/plain')).toEqual(expected);
});

test.each([
  ['application/vnd.oci.image.manifest.v1+json'],
  ['application/vnd.docker.distribution.manifest.v2+json'],
])('an image of type %s', (mediaType) => {
  expect(parseManifest(bytes({ config: descriptor, layers: [descriptor] }), mediaType)).toEqual({
    kind: 'image',
    config: descriptor,
    layers: [descriptor],
  });
});

test.each([
  ['<html>login</html>', 'it starts with "<html>login'],
  ['null', 'it starts with "null"'],
  ['{"schemaVersion":1}', 'its type is "application/json"'],
])('%s is no manifest', (text, why) => {
  expect(() => parseManifest(Buffer.from(text), 'application/json')).toThrow(why);
});

test('a descriptor without a digest is no manifest', () => {
  const index = { manifests: [{ size: 1 }] };
  expect(() => parseManifest(bytes(index), 'application/vnd.oci.image.index.v1+json')).toThrow(
    'no digest, media type or size',
  );
});
