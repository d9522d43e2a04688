import { ActionError, describeError, InputError } from '../../src/errors.ts';

test('an action error has a code to match on, and a hint and a cause where there are any', () => {
  const cause = new Error('ECONNREFUSED');
  const error = new ActionError('cluster-unreachable', 'No connection', {
    cause,
    hint: 'Check it',
  });
  expect(error).toMatchObject({
    name: 'ActionError',
    code: 'cluster-unreachable',
    hint: 'Check it',
  });
  expect(error.cause).toBe(cause);
  expect('cause' in new ActionError('timeout', 'Too late')).toBe(false);
});

test('an input error lists all problems, one a line', () => {
  const error = new InputError([
    { input: 'chart', message: 'is required' },
    { input: 'wait', message: '"yes" is not a boolean', hint: 'allowed: true, false' },
  ]);
  expect(error).toBeInstanceOf(ActionError);
  expect(error.code).toBe('invalid-input');
  expect(error.message).toBe('chart: is required\nwait: "yes" is not a boolean');
});

test('an input error says where a problem stands in a file', () => {
  const place = { file: 'deploy.yml', line: 3, column: 5 };
  const error = new InputError([{ input: 'release.chart', message: 'must be text', place }]);
  expect(error.message).toBe('deploy.yml:3:5: release.chart: must be text');
});

test.each([
  [new Error('a'), 'a'],
  [new Error('a', { cause: new Error('b', { cause: 'c' }) }), 'a: b: c'],
  [new TypeError(), 'TypeError'],
  ['plain', 'plain'],
  [undefined, 'undefined'],
  [{ toString: (): string => 'thing' }, 'thing'],
])('%p is described as %j', (thrown, description) => {
  expect(describeError(thrown)).toBe(description);
});
