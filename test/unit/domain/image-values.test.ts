import { placeImage } from '../../../src/domain/image-values.ts';

const digest = `sha256:${'a'.repeat(64)}`;
const api = { name: 'api', repository: 'ghcr.io/acme/shop-api', digest, tag: undefined };

describe('placeImage', () => {
  test.each([
    [
      'a mapping with digest under the service',
      { api: { image: { repository: '', digest: '' } } },
      { api: { image: { repository: api.repository, digest } } },
    ],
    [
      'a string under the service',
      { api: { image: 'nginx' } },
      { api: { image: `${api.repository}@${digest}` } },
    ],
    [
      'a mapping without digest gets a tag that holds it',
      { api: { image: { repository: 'x', tag: 'latest' } } },
      { api: { image: { repository: api.repository, tag: `sha@${digest}` } } },
    ],
    [
      "the chart's only image",
      { image: { repository: 'nginx', digest: '' } },
      { image: { repository: api.repository, digest } },
    ],
    [
      'the name itself as the path',
      { api: { repository: '', digest: '' } },
      { api: { repository: api.repository, digest } },
    ],
  ])('fills %s', (_, defaults, values) => {
    expect(placeImage(api, defaults, true)).toEqual({ ok: true, values });
  });

  test('fills a tag where tags are allowed', () => {
    const tagged = { ...api, digest: undefined, tag: '1.2' };
    expect(placeImage(tagged, { api: { image: { repository: '', digest: '' } } }, false)).toEqual({
      ok: true,
      values: { api: { image: { repository: api.repository, tag: '1.2' } } },
    });
  });

  test('does not guess `image` when there are several images', () => {
    expect(placeImage(api, { image: { repository: '' } }, false)).toMatchObject({ ok: false });
  });

  test('names the image paths the chart has', () => {
    const placement = placeImage(api, { web: { image: { repository: '' } }, db: 1 }, true);
    expect(placement).toEqual({
      ok: false,
      problem: 'the chart has no image value for "api"',
      hint: "the chart's values hold images at: web.image",
    });
  });
});
