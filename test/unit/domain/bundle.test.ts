import { createHash } from 'node:crypto';
import {
  type BundleContent,
  bundleId,
  canonicalBundle,
  createBundle,
  formatBundle,
  parseBundle,
} from '../../../src/domain/bundle.ts';
import { bundleImages } from '../../../src/domain/bundle-images.ts';
import { listingDigest } from '../../../src/domain/listing-digest.ts';

const digest = (char: string): string => `sha256:${char.repeat(64)}`;
const CONTENT: BundleContent = {
  repository: 'acme/shop',
  commit: 'a'.repeat(40),
  tree: 'b'.repeat(40),
  images: {
    web: { repository: 'ghcr.io/acme/shop/web', digest: digest('2') },
    api: { repository: 'ghcr.io/acme/shop/api', digest: digest('1') },
  },
  chart: { ref: 'deploy/chart', digest: digest('c') },
  config: digest('d'),
};

test('the id is the hash of the canonical form: tree, images by name, chart', () => {
  const text = `tree ${'b'.repeat(40)}\nimage api ${digest('1')}\nimage web ${digest('2')}\nchart ${digest('c')}\n`;
  expect(canonicalBundle(CONTENT)).toBe(text);
  const hash = createHash('sha256').update(text).digest('hex');
  expect(createBundle(CONTENT).id).toBe(`bdl-${hash.slice(0, 16)}`);
});

test('the order of images and the commit change nothing; every part of the content does', () => {
  const { web, api } = CONTENT.images;
  if (!web || !api) throw new Error('the example has both');
  const id = bundleId(CONTENT);
  expect(bundleId({ ...CONTENT, images: { api, web } })).toBe(id);
  expect(createBundle({ ...CONTENT, commit: 'e'.repeat(40), config: digest('e') }).id).toBe(id);
  for (const other of [
    { ...CONTENT, tree: 'c'.repeat(40) },
    { ...CONTENT, images: { api: web, web: api } },
    { ...CONTENT, images: { api } },
    { ...CONTENT, chart: { ...CONTENT.chart, digest: digest('e') } },
  ]) {
    expect(bundleId(other)).not.toBe(id);
  }
});

test('a bundle read from its JSON is the bundle; a changed body is refused', () => {
  const bundle = createBundle(CONTENT);
  expect(parseBundle(formatBundle(bundle))).toEqual(bundle);
  expect(parseBundle(bundle)).toEqual(bundle);
  const forged = formatBundle(bundle).replace(digest('1'), digest('9'));
  expect(() => parseBundle(forged)).toThrow(
    /says it is "bdl-[0-9a-f]{16}", but its content is bdl-/,
  );
});

test.each([
  ['', /is not JSON/],
  ['{}', /schema is missing/],
  ['null', /schema is missing/],
  ['[]', /schema is missing/],
  ['{"schema":2}', /schema is 2/],
  ['{"schema":1,"id":"bdl-0"}', /commit is not.*tree is not.*no images.*chart\.digest/],
])('%j is no bundle, and it is said why', (text, message) => {
  expect(() => parseBundle(text)).toThrow(message);
});

test.each<[string, Partial<BundleContent>, RegExp]>([
  ['no image', { images: {} }, /it has no images/],
  [
    'an image by tag',
    { images: { api: { repository: 'a', digest: 'latest' } } },
    /api has no digest/,
  ],
  [
    'a name that would break the canonical form',
    { images: { 'a b\n': { repository: 'a', digest: digest('1') } } },
    /is not an image’s name/,
  ],
  ['a short commit', { commit: 'abc' }, /commit is not/],
])('%s is refused', (_, change, message) => {
  expect(() => createBundle({ ...CONTENT, ...change })).toThrow(message);
});

test('images come from the outputs of several builds; only repository and digest are kept', () => {
  const output = (name: string): string =>
    JSON.stringify({
      schema: 1,
      images: {
        [name]: { repository: `r/${name}`, digest: digest('1'), tags: ['x'], platforms: [] },
      },
    });
  expect(bundleImages([output('api'), output('web')])).toEqual({
    api: { repository: 'r/api', digest: digest('1') },
    web: { repository: 'r/web', digest: digest('1') },
  });
  expect(() => bundleImages([output('api'), output('api')])).toThrow(/two builds made.*"api"/);
  expect(() => bundleImages([''])).toThrow(/is empty/);
  expect(() => bundleImages(['{"api":{}}'])).toThrow(/not the JSON of build-image/);
});

test('a listing has one digest, whatever the order of reading and the names', () => {
  const a = { path: 'templates/a.yaml', sha256: '1'.repeat(64) };
  const b = { path: 'Chart.yaml', sha256: '2'.repeat(64) };
  expect(listingDigest([a, b])).toBe(listingDigest([b, a]));
  expect(listingDigest([a, { ...b, path: 'chart.yaml' }])).not.toBe(listingDigest([a, b]));
  // A name with a line break cannot pretend to be two files.
  const two = { path: `x"\n${'2'.repeat(64)}  "Chart.yaml`, sha256: '1'.repeat(64) };
  expect(listingDigest([two])).not.toBe(listingDigest([{ ...a, path: 'x' }, b]));
});
