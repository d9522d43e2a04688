import { diffObjects } from '../../../src/domain/diff.ts';
import type { KubeObject } from '../../../src/domain/manifest.ts';
import type { RawHook, RawRelease } from '../../../src/domain/release-record.ts';
import { isSameRelease } from '../../../src/domain/same-release.ts';

type Next = (limit: number) => number;
type Tree = { [key: string]: unknown };

/** Numbers made from a seed, so that a failure can be run again. */
function numbersFrom(seed: number): Next {
  let state = seed * 2_654_435_761;
  const next: Next = (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
  for (let warm = 0; warm < 8; warm++) next(2);
  return next;
}

const file = (name: string, text: string, modtime: string) => ({
  name,
  data: Buffer.from(text).toString('base64'),
  modtime,
});

const HOOK = {
  name: 'web-migrate',
  kind: 'Job',
  path: 'web/templates/migrate.yaml',
  manifest: 'apiVersion: batch/v1\nkind: Job\nmetadata: {name: web-migrate}\n',
  events: ['pre-install', 'pre-upgrade'],
  weight: -5,
  delete_policies: ['before-hook-creation'],
};

const ranAt = (time: string): RawHook & Tree => ({
  ...HOOK,
  last_run: { started_at: time, completed_at: time, phase: 'Succeeded' },
});

/** What Helm 4 writes of a release; every run has its own time, as files do that are checked out. */
const release = (time: string): RawRelease => ({
  name: 'web',
  info: { status: 'deployed', description: `at ${time}` },
  chart: {
    metadata: { name: 'web', version: '1.0.0', apiVersion: 'v2', keywords: ['a', 'b'] },
    lock: null,
    templates: [
      file('templates/NOTES.txt', 'Open {{ .Values.host }}', time),
      file('templates/web.yaml', 'kind: Deployment # ä 日本\n', time),
    ],
    values: { host: 'a.example', replicas: 2, list: [1, 'two', { three: null }] },
    schema: Buffer.from('{"type":"object"}').toString('base64'),
    schemamodtime: time,
    files: [file('config/app.ini', 'key=value\n', time)],
    modtime: time,
  },
  config: {
    host: 'b.example',
    off: null,
    modtime: 'a value, not a time',
    last_run: { started_at: 3 },
    env: [
      { name: 'A', value: '1' },
      { name: 'B', value: '' },
    ],
  },
  manifest: '---\n# Source: web/templates/web.yaml\napiVersion: apps/v1\nkind: Deployment\n',
  hooks: [ranAt(time)],
  version: 3,
  namespace: 'web',
});

const [EARLIER, LATER] = ['2026-01-01T00:00:00Z', '2026-02-02T02:02:02.2Z'];

/** Every place of a tree that has a value of its own, with a way to put another one there. */
function leaves(value: unknown, put: (other: unknown) => void): readonly Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ value, put }];
  return Object.entries(value).flatMap(([key, part]) =>
    leaves(part, (other) => {
      (value as Tree)[key] = other;
    }),
  );
}
interface Leaf {
  readonly value: unknown;
  readonly put: (other: unknown) => void;
}

/** Changes one byte of a text, or one plain value, at random. */
function mutate({ value, put }: Leaf, next: Next): string {
  const other = typeof value === 'string' && value !== '' ? oneByte(value, next) : another(value);
  put(other);
  return `${JSON.stringify(value)} -> ${JSON.stringify(other)}`;
}
function oneByte(text: string, next: Next): string {
  const at = next(text.length);
  const kind = next(3);
  const char = text.charCodeAt(at) === 120 ? 'y' : 'x';
  return text.slice(0, at) + ['', char, `${char}${text[at]}`][kind] + text.slice(at + 1);
}
const another = (value: unknown): unknown =>
  typeof value === 'number' ? value + 1 : value === null ? 'null' : null;

/** The parts of a record that a deploy brings; the rest tells of the deploy itself. */
const brought = ({ chart, config, manifest, hooks }: RawRelease): Tree =>
  structuredClone({ chart, config, manifest, hooks });

test('what a run brings again is the same, whenever it was checked out and the hook ran', () => {
  expect(isSameRelease(release(LATER), release(EARLIER))).toBe(true);
});

test('Helm leaves out what is empty', () => {
  const { hooks: _, config: __, ...bare } = release(EARLIER);
  expect(isSameRelease({ ...bare, hooks: [], config: {} }, bare)).toBe(true);
});

test('the policy that Helm fills in when a hook has run is that of a hook without one', () => {
  const { delete_policies: _, ...hook } = HOOK;
  const rendered = { ...release(LATER), hooks: [hook] };
  expect(isSameRelease(rendered, release(EARLIER))).toBe(true);
  const other = { ...release(LATER), hooks: [{ ...hook, delete_policies: ['hook-succeeded'] }] };
  expect(isSameRelease(other, release(EARLIER))).toBe(false);
});

test('a key more, a key less, an item more, another order: not the same', () => {
  const changes: readonly ((tree: Tree) => unknown)[] = [
    ({ config }) => Object.assign(config as Tree, { unused: null }),
    ({ config }) => Reflect.deleteProperty(config as Tree, 'off'),
    ({ config }) => ((config as Tree).env as unknown[]).reverse(),
    ({ chart }) => ((chart as Tree).files as unknown[]).push(file('b.txt', '', EARLIER)),
    ({ chart }) => ((chart as Tree).templates as unknown[]).pop(),
    (tree) => Object.assign(tree, { hooks: [] }),
    (tree) => Object.assign(tree, { manifest: '' }),
  ];
  for (const change of changes) {
    const tree = brought(release(EARLIER));
    change(tree);
    expect(isSameRelease({ ...release(LATER), ...tree }, release(EARLIER))).toBe(false);
  }
});

test('one byte anywhere in values, chart, files, notes, manifest or hooks: not the same', () => {
  const times = new Set<unknown>([EARLIER, LATER, 'Succeeded']);
  for (let seed = 1; seed <= 1500; seed++) {
    const next = numbersFrom(seed);
    const tree = brought(release(LATER));
    const places = leaves(tree, () => {}).filter(({ value }) => !times.has(value));
    const place = places[next(places.length)];
    if (!place) throw new Error('there are places');
    const said = mutate(place, next);
    if (isSameRelease({ ...release(LATER), ...tree }, release(EARLIER))) {
      throw new Error(`seed ${seed}: ${said} was not noticed`);
    }
  }
});

const SERVER: Tree = {
  uid: 'u',
  resourceVersion: '7',
  generation: 2,
  creationTimestamp: EARLIER,
  managedFields: [{ manager: 'helm' }],
};

/** Objects as the API server has them after a deploy. */
const objects = (): readonly (KubeObject & Tree)[] => [
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'web',
      namespace: 'web',
      labels: { app: 'web', 'app.kubernetes.io/managed-by': 'Helm' },
      annotations: { 'meta.helm.sh/release-name': 'web', note: 'x' },
      ...SERVER,
    },
    spec: {
      replicas: 2,
      paused: false,
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: {
          containers: [
            {
              name: 'web',
              image: 'busybox@sha256:00',
              args: ['-c', 'sleep 1'],
              env: [
                { name: 'A', value: '1' },
                { name: 'B', value: '2' },
              ],
            },
            { name: 'side', image: 'busybox:1', ports: [{ containerPort: 80, protocol: 'TCP' }] },
          ],
        },
      },
    },
    status: { replicas: 2, conditions: [{ type: 'Available', status: 'True' }] },
  },
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'web', namespace: 'web', labels: { app: 'web' }, ...SERVER },
    data: { password: 'aHVudGVyMg==', key: 'a2V5' },
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web', namespace: 'web', ...SERVER },
    spec: {
      clusterIP: '10.0.0.1',
      selector: { app: 'web' },
      ports: [
        { name: 'http', port: 80, targetPort: 8080 },
        { name: 'more', port: 81, targetPort: 'more' },
      ],
    },
    status: { loadBalancer: {} },
  },
];

/** Live objects against what the API server would make of them, which is what was deployed. */
const drift = (live: readonly KubeObject[]): number => {
  const results = objects();
  const compared = live.map((object, index) => ({
    wanted: results[index] ?? object,
    live: object,
    result: results[index],
    recorded: results[index],
  }));
  return diffObjects(compared, [], 'salt').length;
};

test('what the server alone writes is no drift', () => {
  const live = objects().map((object) => ({
    ...object,
    status: { observedGeneration: 9 },
    metadata: {
      ...object.metadata,
      uid: 'w',
      resourceVersion: '8',
      generation: 3,
      managedFields: [],
    },
  }));
  expect(drift(live)).toBe(0);
});

test('one value anywhere in a live object that is not as deployed: drift', () => {
  const serverSet = new Set(Object.keys(SERVER));
  for (let seed = 1; seed <= 1500; seed++) {
    const next = numbersFrom(seed);
    const live = structuredClone(objects());
    const index = next(live.length);
    const { status: _, metadata, ...rest } = live[index] as unknown as Tree;
    const about = metadata as Tree;
    const own = Object.keys(about).filter((key) => !serverSet.has(key));
    const places = [
      ...leaves(rest, () => {}),
      ...own.flatMap((key) =>
        leaves(about[key], (other) => Object.assign(about, { [key]: other })),
      ),
    ];
    const place = places[next(places.length)];
    if (!place) throw new Error('there are places');
    const said = mutate(place, next);
    const changed = { ...rest, metadata: about } as unknown as KubeObject;
    const all = live.map((object, at) => (at === index ? changed : object));
    if (drift(all) === 0) throw new Error(`seed ${seed}: ${said} was not noticed`);
  }
});

test('an object, a label, a container that somebody took away: drift', () => {
  const [web, ...others] = objects();
  if (!web) throw new Error('there is one');
  const { labels: _, ...about } = web.metadata;
  expect(drift([{ ...web, metadata: about }, ...others])).toBe(1);
  const gone = { wanted: web, live: 'absent' as const, result: web, recorded: web };
  expect(diffObjects([gone], [], 'salt')).toMatchObject([{ action: 'added' }]);
  const unread = { wanted: web, live: 'unknown' as const, result: web, recorded: web };
  expect(diffObjects([unread], [], 'salt')).toMatchObject([{ action: 'unknown' }]);
});
