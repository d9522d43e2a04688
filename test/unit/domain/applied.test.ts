import { contains } from '../../../src/domain/applied.ts';

describe('contains', () => {
  const env = [
    { name: 'A', value: '1' },
    { name: 'B', value: '2' },
  ];
  test.each<[string, boolean, unknown, unknown]>([
    ['what the API server added', true, { a: 1, restartPolicy: 'Always' }, { a: 1 }],
    ['another value', false, { image: 'web:1' }, { image: 'web:2' }],
    ['a missing field', false, { a: 1 }, { a: 1, b: 2 }],
    ['an injected container', true, [{ name: 'web' }, { name: 'mesh' }], [{ name: 'web' }]],
    ['a missing item', false, [env[0]], env],
    ['a number that is text in the live object', true, { port: '80' }, { port: 80 }],
    ['the same quantity', true, { cpu: '500m', memory: '1Gi' }, { cpu: 0.5, memory: '1024Mi' }],
    ['another quantity', false, { cpu: '500m' }, { cpu: '0.6' }],
    ['a default left out', true, {}, { hostNetwork: false, labels: {}, list: [], text: '' }],
    ['null asks for nothing', true, { a: 1 }, { a: null }],
    ['no live object', false, undefined, { a: 1 }],
  ])('%s: %s', (_, expected, live, wanted) => expect(contains(live, wanted)).toBe(expected));
});
