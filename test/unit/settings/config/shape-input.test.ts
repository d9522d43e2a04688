import { probesShape } from '../../../../src/settings/config/probes.ts';
import { requireShape } from '../../../../src/settings/config/require.ts';
import { shapeInput } from '../../../../src/settings/config/shape-input.ts';
import { readInputs } from '../../../../src/settings/define.ts';

const inputs = {
  require: shapeInput(requireShape, { description: 'x' }),
  probes: shapeInput(probesShape, { description: 'x' }),
};
const read = (given: Readonly<Record<string, string>>) =>
  readInputs(inputs, { read: (name) => given[name] ?? '', mask: () => {} });

test('an input of YAML reads like the same key of deploy.yml', () => {
  expect(read({ require: 'pass: [staging]\nmax-age: 1d', probes: '[{ path: /health }]' })).toEqual({
    require: { pass: ['staging'], checks: [], approvals: 0, maxAge: 86_400_000 },
    probes: [{ path: '/health', status: 200 }],
  });
});

test('one that is not given is what a missing key is', () => {
  expect(read({})).toEqual({ require: undefined, probes: [] });
});

test('what is wrong is told with its line, key and what was meant', () => {
  expect(() => read({ require: 'pass: []\naprovals: 1\nchecks: x', probes: '[{}]' })).toThrow(
    'require: line 2: aprovals is not known (and 1 more)\nprobes: line 1: [0] has no path or url',
  );
  expect(() => read({ probes: '[' })).toThrow(/^probes: line 1: is not valid YAML/);
});
