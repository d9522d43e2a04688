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
