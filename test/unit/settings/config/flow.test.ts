import { isProduction, planFlow, promotionOf } from '../../../../src/settings/config/flow.ts';
import { imageOf } from '../../../../src/settings/config/images.ts';
import { readConfig } from '../../../../src/settings/config/read-config.ts';

const { value: config } = readConfig(
  `name: shop
services: { api: {}, web: { image: registry.example.com/web } }
flow:
  - { push: develop, deploy: [develop, staging], promote-to: main }
  - { push: main, deploy: [production] }
  - { push: 'release/**', deploy: [staging, production] }
  - { push: 'release/old', deploy: [develop] }
  - { tag: 'v*', deploy: [develop, staging, production] }
  - { push: only, deploy: [staging], promote-to: main }
environments:
  develop: { namespace: a, proof: rollout }
  staging: { namespace: b, proof: rollout, production: false }
  production: { namespace: c }
  spare: { namespace: d, production: true }
`,
  'deploy.yml',
);

test.each([
  [
    'refs/heads/develop',
    {
      environments: ['develop', 'staging'],
      first: 'develop',
      second: 'staging',
      promoteTo: 'main',
    },
  ],
  ['refs/heads/only', { environments: ['staging'], first: 'staging', promoteTo: 'main' }],
  ['refs/heads/main', { environments: ['production'], last: 'production' }],
  [
    'refs/heads/release/1/2',
    { environments: ['staging', 'production'], first: 'staging', last: 'production' },
  ],
  [
    'refs/heads/release/old',
    { environments: ['staging', 'production'], first: 'staging', last: 'production' },
  ],
  [
    'refs/tags/v1.2.3',
    {
      environments: ['develop', 'staging', 'production'],
      first: 'develop',
      second: 'staging',
      last: 'production',
    },
  ],
])('a push of %s deploys its environments in order', (ref, plan) => {
  expect(planFlow(config, ref)).toEqual({ ok: true, plan });
});

test.each([
  [
    'refs/heads/feature/x',
    /^no entry of flow fits the branch feature\/x: there are push develop, push main, /,
  ],
  ['refs/heads/v1.2.3', /^no entry of flow fits the branch v1\.2\.3/],
  ['refs/tags/develop', /^no entry of flow fits the tag develop/],
  ['refs/pull/7/merge', /^refs\/pull\/7\/merge is no branch and no tag/],
  ['', /^an empty ref is no branch and no tag/],
])('a push of %j deploys nothing, and says why', (ref, reason) => {
  expect(planFlow(config, ref)).toEqual({ ok: false, reasons: [expect.stringMatching(reason)] });
});

test('a file without a flow says so', () => {
  const { value } = readConfig('name: shop', 'x');
  expect(planFlow(value, 'refs/heads/main')).toEqual({
    ok: false,
    reasons: ['the file has no flow'],
  });
});

test.each([
  ['develop', true, undefined], // last of the entry for release/old
  ['staging', false, 'main'],
  ['production', true, undefined],
  ['spare', true, undefined],
  ['unknown', false, undefined],
])('%s is production: %p, and promotes to %s', (environment, production, branch) => {
  expect(isProduction(config, environment)).toBe(production);
  expect(promotionOf(config, environment)).toBe(branch);
});

test.each([
  ['api', 'ghcr.io/acme/shop-api'],
  ['web', 'registry.example.com/web'],
])('the image of %s is %s', (service, image) => {
  expect(imageOf(config, service, 'Acme')).toBe(image);
});
