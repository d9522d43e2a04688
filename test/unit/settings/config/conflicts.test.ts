import { problemsOf } from './problems.ts';

const PROVEN = 'namespace: a, proof: rollout';
const environments = (...lines: readonly string[]): string =>
  `environments:\n${lines.map((line) => `  ${line}\n`).join('')}`;
const STAGES = environments(
  `develop: { ${PROVEN} }`,
  `staging: { ${PROVEN} }`,
  'production: { namespace: b }',
);

/** What is wrong, the rest of a file that begins with `name: shop`, and what is said about it. */
const CASES: readonly (readonly [string, string, readonly (string | RegExp)[]])[] = [
  [
    'nothing: the flow to main',
    `flow:\n  - { push: develop, deploy: [develop, staging], promote-to: main }\n  - { push: main, deploy: [production] }\n${STAGES}`,
    [],
  ],
  [
    'nothing: a tag flow',
    `flow: [{ tag: 'v*', deploy: [develop, staging, production] }]\n${STAGES}`,
    [],
  ],
  [
    'nothing: a branch no entry waits for',
    `flow: [{ push: main, deploy: [staging], promote-to: live }]\n${STAGES}`,
    [],
  ],
  [
    'nothing: the same environment in two entries',
    `flow: [{ push: main, deploy: [staging] }, { tag: v1, deploy: [staging] }]\n${STAGES}`,
    [],
  ],
  [
    'a service that waits for itself',
    'services: { a: { depends-on: [a] } }',
    ['2:30 services.a.depends-on: goes in a circle: a → a'],
  ],
  [
    'services in a circle',
    'services: { z: { depends-on: [a] }, a: { depends-on: [b] }, b: { depends-on: [a] } }',
    [/services\.a\.depends-on: goes in a circle: a → b → a$/],
  ],
  [
    'an image of no service',
    'services: { api: {} }\nrelease: { images: { apo: x } }',
    [
      '3:22 release.images.apo: "apo" is no service of this file → did you mean "api"? allowed: api',
    ],
  ],
  [
    'an image of no service, for one environment',
    `services: { api: {} }\n${environments('one: { namespace: a, release: { images: { web: x } } }')}`,
    [/environments\.one\.release\.images\.web: "web" is no service .* → allowed: api$/],
  ],
  [
    'a dependency where no service is',
    'release: { images: { api: x } }',
    [/"api" is no service of this file → there is none$/],
  ],
  [
    'an environment that is not there',
    `flow: [{ push: main, deploy: [prod] }]\n${STAGES}`,
    [
      /flow\[0\]\.deploy\[0\]: "prod" is no environment .* → allowed: develop, staging, production$/,
    ],
  ],
  [
    'an environment where none is',
    'flow: [{ push: main, deploy: [prod] }]',
    [/"prod" is no environment of this file → there is none/],
  ],
  [
    'a requirement that is not there',
    environments('one: { namespace: a, require: { pass: [two] } }'),
    [/environments\.one\.require\.pass\[0\]: "two" is no environment/],
  ],
  [
    'a requirement of itself',
    environments(`one: { ${PROVEN}, require: { pass: [one] } }`),
    [/environments\.one\.require\.pass: goes in a circle: one → one/],
  ],
  [
    'requirements in a circle',
    environments(
      `one: { ${PROVEN}, require: { pass: [two] } }`,
      `two: { ${PROVEN}, require: { pass: [one] } }`,
    ),
    [/require\.pass: goes in a circle: one → two → one/],
  ],
  [
    'ages that exclude each other',
    environments('one: { namespace: a, require: { min-age: 8d, max-age: 7d } }'),
    [/require\.min-age: is longer than max-age/],
  ],
  [
    'the same push twice',
    `flow: [{ push: main, deploy: [staging] }, { push: main, deploy: [production] }]\n${STAGES}`,
    [/flow\[1\]: push main has an entry before this one/],
  ],
  [
    'push and tag',
    `flow: [{ push: main, tag: v1, deploy: [production] }]\n${STAGES}`,
    [/flow\[0\]: has push and tag → give push or tag/],
  ],
  [
    'neither push nor tag',
    `flow: [{ deploy: [production] }]\n${STAGES}`,
    [/flow\[0\]: has no push or tag → give push or tag/],
  ],
  [
    'an environment twice in an entry',
    `flow: [{ push: main, deploy: [staging, staging] }]\n${STAGES}`,
    [/deploy\[1\]: "staging" is given twice/],
  ],
  [
    'three environments before a promotion',
    `flow: [{ push: a, deploy: [develop, staging, third], promote-to: main }]\n${environments(`develop: { ${PROVEN} }`, `staging: { ${PROVEN} }`, `third: { ${PROVEN} }`)}`,
    [/deploy\[2\]: is one too many: with promote-to at most 2 /],
  ],
  [
    'a promotion to itself',
    `flow: [{ push: main, deploy: [staging], promote-to: main }]\n${STAGES}`,
    [/flow\[0\]\.promote-to: comes back to where it started: main → main/],
  ],
  [
    'promotions in a circle',
    `flow: [{ push: a, deploy: [staging], promote-to: b }, { push: b, deploy: [develop], promote-to: a }]\n${STAGES}`,
    [
      /flow\[0\]\.promote-to: comes back .*: a → b → a/,
      /flow\[1\]\.promote-to: comes back .*: b → a → b/,
    ],
  ],
  [
    'a promotion to a pattern',
    `flow: [{ push: main, deploy: [staging], promote-to: 'release/*' }]\n${STAGES}`,
    [/promote-to: "release\/\*" is a pattern/],
  ],
  [
    'a pattern that cannot be read',
    `flow: [{ tag: 'v[1', deploy: [production] }]\n${STAGES}`,
    [/flow\[0\]\.tag: "v\[1" has \[ without \]/],
  ],
  [
    'no proof before a promotion',
    `flow: [{ push: develop, deploy: [one], promote-to: main }]\n${environments('one: { namespace: a }')}`,
    [
      /^4:3 environments\.one: proves nothing, and what passes here goes on to branch main → give it e2e or probes; or say proof: rollout/,
    ],
  ],
  [
    'no proof before the next environment',
    `flow: [{ tag: v1, deploy: [one, two] }]\n${environments('one: { namespace: a, probes: [] }', 'two: { namespace: b }')}`,
    [/environments\.one: proves nothing, and what passes here goes on to two/],
  ],
  [
    'no proof where it is required',
    environments('one: { namespace: a }', 'two: { namespace: b, require: { pass: [one] } }'),
    [/environments\.one: proves nothing, and what passes here goes on to two/],
  ],
  [
    'a misspelt proof, which is no missing one',
    environments(
      'one: { namespace: a, prof: rollout }',
      'two: { namespace: b, require: { pass: [one] } }',
    ),
    [/environments\.one\.prof: is not known → did you mean "proof"/],
  ],
  [
    'misspelt environments, which are no missing ones',
    `flow: [{ push: main, deploy: [staging] }]\n${STAGES.replace('environments', 'enviroments')}`,
    [/enviroments: is not known → did you mean "environments"/],
  ],
  [
    'two environments in one release',
    environments(
      'one: { namespace: a, cluster: "https://k" }',
      'two: { namespace: a, cluster: "https://k" }',
    ),
    [/environments\.two\.namespace: makes it the release of one/],
  ],
  [
    'nothing: two releases in one namespace',
    environments(
      'one: { namespace: a, cluster: "https://k" }',
      'two: { namespace: a, cluster: "https://k", release: { name: b } }',
    ),
    [],
  ],
  [
    'names that GitHub takes for one',
    environments('one: { namespace: a }', 'ONE: { namespace: b }'),
    [/environments\.ONE: is the same environment as one for GitHub/],
  ],
  [
    'a name that rolls another back',
    environments('one: { namespace: a }', 'one-rollback: { namespace: b }'),
    [/environments\.one-rollback: is the environment in which one is rolled back/],
  ],
  [
    'the name that moves branches',
    environments('promote: { namespace: a }'),
    [/environments\.promote: is the environment in which branches are moved/],
  ],
];

test.each(CASES)('%s', (_, rest, expected) => {
  expect(problemsOf(`name: shop\n${rest}`)).toEqual(
    expected.map((it) => (typeof it === 'string' ? it : expect.stringMatching(it))),
  );
});
