import { type Compared, diffObjects } from '../../../src/domain/diff.ts';
import { diffValues } from '../../../src/domain/diff-values.ts';
import type { KubeObject } from '../../../src/domain/manifest.ts';
import { kubeObject } from './kube-object.ts';

const paths = (from: unknown, to: unknown): readonly string[] =>
  diffValues(from, to).map(
    (one) => `${one.path}: ${JSON.stringify(one.from)} -> ${JSON.stringify(one.to)}`,
  );

describe('two values differ in', () => {
  const container = (name: string, image: string) => ({ name, image });
  test.each<[string, unknown, unknown, string[]]>([
    ['nothing', { a: [1, { b: null }] }, { a: [1, { b: null }] }, []],
    ['a leaf', { a: { b: 1 } }, { a: { b: 2 } }, ['a.b: 1 -> 2']],
    ['the type of a leaf', { a: 1 }, { a: '1' }, ['a: 1 -> "1"']],
    ['a new key', {}, { a: { b: 1 } }, ['a: undefined -> {"b":1}']],
    ['a lost key', { a: 1 }, {}, ['a: 1 -> undefined']],
    ['an empty mapping', {}, { a: {} }, ['a: undefined -> {}']],
    ['null against nothing', { a: null }, {}, ['a: null -> undefined']],
    ['a mapping that became a list', { a: {} }, { a: [] }, ['a: {} -> []']],
    ['a key that needs quotes', { 'a.b/c': 1 }, { 'a.b/c': 2 }, ['["a.b/c"]: 1 -> 2']],
    [
      'an item that is known by its name',
      { c: [container('a', 'x'), container('b', 'y')] },
      { c: [container('a', 'x'), container('b', 'z')] },
      ['c[b].image: "y" -> "z"'],
    ],
    [
      'an item put in front: the others stay',
      { c: [container('b', 'y')] },
      { c: [container('a', 'x'), container('b', 'y')] },
      ['c[a]: undefined -> {"name":"a","image":"x"}'],
    ],
    [
      'the order of named items only',
      { c: [container('a', 'x'), container('b', 'y')] },
      { c: [container('b', 'y'), container('a', 'x')] },
      ['c[]: ["a","b"] -> ["b","a"]'],
    ],
    [
      'items by place where names are not unique',
      {
        p: [
          { name: 'a', v: 1 },
          { name: 'a', v: 2 },
        ],
      },
      {
        p: [
          { name: 'a', v: 1 },
          { name: 'a', v: 3 },
        ],
      },
      ['p[1].v: 2 -> 3'],
    ],
    [
      'plain lists by place',
      { l: ['a', 'b'] },
      { l: ['a', 'c', 'd'] },
      ['l[1]: "b" -> "c"', 'l[2]: undefined -> "d"'],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(paths(from, to)).toEqual(expected);
  });
});

/** Values that look alike, made from a number so that a failure can be run again. */
function madeFrom(seed: number): unknown {
  let state = seed;
  const next = (limit: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
  const make = (depth: number): unknown => {
    const shape = next(depth > 3 ? 5 : 8);
    if (shape < 5) return [null, 0, '0', 'name', true][shape];
    const size = next(4);
    if (shape === 5) return Array.from({ length: size }, () => make(depth + 1));
    if (shape === 6) {
      return Array.from({ length: size }, () => ({ name: 'abc'[next(3)], value: make(depth + 1) }));
    }
    return Object.fromEntries(
      Array.from({ length: size }, () => ['abc'[next(3)], make(depth + 1)]),
    );
  };
  return make(0);
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

test('there is a difference exactly where the values are not equal', () => {
  const values = Array.from({ length: 400 }, (_, seed) => madeFrom(seed + 1));
  let equal = 0;
  for (const from of values) {
    for (const to of values) {
      const same = canonical(from) === canonical(to);
      if (same) equal++;
      if ((diffValues(from, to).length === 0) !== same) {
        throw new Error(`${canonical(from)} and ${canonical(to)}`);
      }
    }
  }
  expect(equal).toBeGreaterThan(values.length);
});

const SERVER = {
  uid: 'u',
  resourceVersion: '1',
  generation: 1,
  creationTimestamp: '2026-01-01T00:00:00Z',
  managedFields: [{ manager: 'helm' }],
};
const web = kubeObject('Deployment', 'web', { spec: { replicas: 2 } });
const live = kubeObject('Deployment', 'web', {
  metadata: SERVER,
  spec: { replicas: 2 },
  status: { replicas: 2 },
});
const result = (more: object): KubeObject =>
  kubeObject('Deployment', 'web', {
    metadata: { ...SERVER, resourceVersion: '2', generation: 2, managedFields: [] },
    ...more,
  });

describe('an upgrade', () => {
  const lines = (compared: Compared, removed: readonly KubeObject[] = []): readonly string[] =>
    diffObjects([compared], removed, 'salt').map(
      ({ action, object, fields }) =>
        `${action} ${object.kind}/${object.metadata.name} ${fields.map(({ path }) => path).join(' ')}`,
    );

  test.each<[string, Omit<Compared, 'recorded'>, string[]]>([
    [
      'changes nothing where only the server wrote',
      { wanted: web, live, result: result({ spec: { replicas: 2 }, status: {} }) },
      [],
    ],
    [
      'changes a field',
      { wanted: web, live, result: result({ spec: { replicas: 3 } }) },
      ['changed Deployment/web spec.replicas'],
    ],
    [
      'adds what is absent',
      { wanted: web, live: 'absent', result: result({}) },
      ['added Deployment/web '],
    ],
    [
      'adds what is absent and could not be tried',
      { wanted: web, live: 'absent', result: undefined },
      ['added Deployment/web '],
    ],
    [
      'may change what could not be tried',
      { wanted: web, live, result: undefined },
      ['unknown Deployment/web '],
    ],
    [
      'may change what could not be read',
      { wanted: web, live: 'unknown', result: result({}) },
      ['unknown Deployment/web '],
    ],
  ])('%s', (_, compared, expected) => {
    expect(lines({ ...compared, recorded: undefined })).toEqual(expected);
  });

  test('takes away what only the recorded manifest had, also where the dry run keeps it', () => {
    const recorded = kubeObject('Deployment', 'web', { spec: { replicas: 2, paused: true, a: 1 } });
    const paused = { ...live, spec: { replicas: 2, paused: true, a: 1 } };
    const kept = { wanted: web, live: paused, result: paused, recorded };
    expect(lines(kept)).toEqual(['changed Deployment/web spec.a spec.paused']);
    expect(lines({ ...kept, result: live })).toEqual(['changed Deployment/web spec.a spec.paused']);
  });

  test('removes what is told to be removed', () => {
    const same = { wanted: web, live, result: live, recorded: web };
    expect(lines(same, [kubeObject('Service', 's')])).toEqual(['removed Service/s ']);
  });
});

describe('values of a Secret', () => {
  const secret = (data: object, more: object = {}): KubeObject =>
    kubeObject('Secret', 'db', { data, ...more });
  const compare = (from: KubeObject, to: KubeObject, salt = 'salt') =>
    diffObjects([{ wanted: to, live: from, result: to, recorded: undefined }], [], salt);

  test('are never shown: only their keys, and hashes that say whether they differ', () => {
    const [change] = compare(
      secret({ password: 'aHVudGVyMg==', user: 'YQ==' }),
      secret({ password: 'aHVudGVyMw==', user: 'YQ==', new: 'Yg==' }),
    );
    expect(change?.fields.map(({ path }) => path)).toEqual(['data.new', 'data.password']);
    expect(JSON.stringify(change?.fields)).not.toMatch(/aHVudGVy|hunter|Yg==/);
    expect(change?.fields[1]?.from).toMatch(/^sha256:[0-9a-f]{12}$/);
    expect(change?.fields[1]?.from).not.toBe(change?.fields[1]?.to);
  });

  test('have another hash with another salt', () => {
    const hashes = ['one', 'two'].map(
      (salt) => compare(secret({ a: 'YQ==' }), secret({ a: 'Yg==' }), salt)[0]?.fields[0]?.from,
    );
    expect(hashes[0]).not.toBe(hashes[1]);
  });

  test('are the same as text and as base64', () => {
    const text = kubeObject('Secret', 'db', { stringData: { password: 'hunter2' } });
    expect(compare(secret({ password: 'aHVudGVyMg==' }), text)).toEqual([]);
  });

  test('are not in the copy that kubectl keeps either', () => {
    const copy = {
      metadata: {
        annotations: { 'kubectl.kubernetes.io/last-applied-configuration': 'hunter2' },
      },
    };
    expect(compare(secret({}, copy), secret({}))).toEqual([]);
  });
});
