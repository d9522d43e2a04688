import { parseChallenges } from '../../../../src/http/registry/challenge.ts';

test.each([
  ['', []],
  ['Basic realm="x"', [{ scheme: 'basic', parameters: { realm: 'x' } }]],
  [
    'Bearer realm="https://auth.example.com/token",service="reg",scope="repository:a/b:pull,push"',
    [
      {
        scheme: 'bearer',
        parameters: {
          realm: 'https://auth.example.com/token',
          service: 'reg',
          scope: 'repository:a/b:pull,push',
        },
      },
    ],
  ],
  [
    'BEARER Realm=https://a/t , error="invalid_token"',
    [{ scheme: 'bearer', parameters: { realm: 'https://a/t', error: 'invalid_token' } }],
  ],
  [
    'Basic realm="a, \\"b\\"", Bearer realm="c"',
    [
      { scheme: 'basic', parameters: { realm: 'a, "b"' } },
      { scheme: 'bearer', parameters: { realm: 'c' } },
    ],
  ],
  ['Negotiate', [{ scheme: 'negotiate', parameters: {} }]],
  ['realm="lost"', []],
])('%s', (header, expected) => {
  expect(parseChallenges(header)).toEqual(expected);
});
