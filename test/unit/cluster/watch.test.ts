import type { WatchPlace } from '../../../src/cluster/collection.ts';
import { type Watcher, watchPlaces } from '../../../src/cluster/watch.ts';
import { type MemoryApi, memoryApi } from '../../support/memory-api.ts';
import { type VirtualClock, virtualClock } from '../../support/virtual-clock.ts';

const PODS: WatchPlace = { kind: 'pods', path: '/api/v1/namespaces/x/pods' };
const EVENTS: WatchPlace = { kind: 'events', path: '/api/v1/namespaces/x/events', fromNow: true };

let api: MemoryApi;
let clock: VirtualClock;
let told: string[];
let said: string[];
let watcher: Watcher;

beforeEach(() => {
  api = memoryApi();
  clock = virtualClock();
  [told, said] = [[], []];
});
afterEach(async () => {
  watcher.close();
  await clock.pass(0);
  // Whatever happened: nothing is left that would keep the process alive.
  expect({ streams: api.open(), timers: clock.sleepers() }).toEqual({ streams: 0, timers: 0 });
});

function watch(...places: readonly WatchPlace[]): Watcher {
  watcher = watchPlaces(
    places,
    ({ gone, object }) => told.push(`${gone ? '-' : '+'} ${object.metadata.name}`),
    {
      ...clock,
      cluster: api.cluster,
      info: (line) => void said.push(line),
      warn: (line) => void said.push(line),
    },
  );
  return watcher;
}

const isSynced = async (): Promise<boolean> => {
  let synced = false;
  void watcher.synced.then(() => {
    synced = true;
  });
  await clock.pass(0);
  return synced;
};

describe('a server that answers', () => {
  test('brings the state of now and every change on one stream', async () => {
    api.put('pods', 'a');
    watch(PODS);
    expect(await isSynced()).toBe(true);
    api.put('pods', 'b');
    api.put('pods', 'a');
    api.remove('pods', 'b');
    expect(told).toEqual(['+ a', '+ b', '+ a', '- b']);
    expect(api.requests).toEqual(['watch-list pods']);
    expect(watcher.mode('pods')).toBe('watch');
  });

  test('is asked nothing more however many objects there are and however long it takes', async () => {
    for (let pod = 0; pod < 500; pod++) api.put('pods', `pod-${pod}`);
    watch(PODS, EVENTS);
    await clock.pass(600_000);
    expect(told).toHaveLength(500);
    expect(api.requests).toEqual(['watch-list pods', 'list events version', 'watch events']);
  });

  test('tells events from now on only, also after the version to go on from is too old', async () => {
    api.put('events', 'before');
    watch(PODS, EVENTS);
    await watcher.synced;
    api.put('events', 'after');
    api.dropStreams('cut');
    api.put('events', 'missed');
    api.compact();
    await clock.pass(5000);
    expect(told).toEqual(['+ after', '+ missed']);
  });

  test('leaves out who manages which field', async () => {
    const seen: string[][] = [];
    watcher = watchPlaces([PODS], ({ object }) => seen.push(Object.keys(object.metadata)), {
      ...clock,
      cluster: api.cluster,
      info: () => {},
      warn: () => {},
    });
    await watcher.synced;
    api.put('pods', 'a');
    expect(seen).toEqual([['name', 'uid', 'resourceVersion']]);
  });

  test('tells nothing after it was closed', async () => {
    watch(PODS);
    await watcher.synced;
    watcher.close();
    api.put('pods', 'late');
    await clock.pass(10_000);
    expect(told).toEqual([]);
  });
});

describe('a stream that ends', () => {
  test.each([['cut'], ['end']] as const)('is taken up where it was (%s)', async (how) => {
    api.put('pods', 'a');
    watch(PODS);
    await watcher.synced;
    api.dropStreams(how);
    api.put('pods', 'b');
    await clock.pass(1000);
    expect(told).toEqual(['+ a', '+ b']);
    expect(api.requests).toEqual(['watch-list pods', 'watch pods']);
    expect(said).toEqual([]);
  });

  test('whose version is too old is read anew: what went meanwhile is told as gone', async () => {
    for (const name of ['a', 'b', 'c']) api.put('pods', name);
    watch(PODS);
    await watcher.synced;
    api.dropStreams('cut');
    api.remove('pods', 'b');
    api.remove('pods', 'c');
    api.put('pods', 'c'); // A new pod by the old name.
    api.compact();
    await clock.pass(2000);
    expect(told.slice(3).sort()).toEqual(['+ c', '- b', '- c']);
    expect(watcher.mode('pods')).toBe('watch');
  });

  test('through an outage is tried until the server is back; the outage is said once', async () => {
    api.put('pods', 'a');
    watch(PODS, EVENTS);
    await watcher.synced;
    for (const verb of ['list', 'watch', 'watch-list']) api.trouble.set(verb, 500);
    api.dropStreams('cut');
    await clock.pass(15_000);
    expect(api.requests.length).toBeLessThan(60);
    api.put('pods', 'b');
    api.put('events', 'e');
    api.trouble.clear();
    await clock.pass(3000);
    expect(told.sort()).toEqual(['+ a', '+ b', '+ e']);
    expect(watcher.mode('pods')).toBe('watch');
    expect(said).toEqual([
      expect.stringContaining('does not answer'),
      'The API server answers again',
    ]);
  });

  test('at once, again and again, while lists work is given up for lists, and tried a minute later', async () => {
    api.trouble.set('watch', 'cut').set('watch-list', 'cut');
    api.put('pods', 'a');
    watch(PODS);
    await clock.pass(10_000);
    expect(watcher.mode('pods')).toBe('poll');
    expect(said).toEqual(['pods: read every 3 s instead of watched, watches break off']);
    api.trouble.clear();
    await clock.pass(61_000);
    expect(watcher.mode('pods')).toBe('watch');
    expect(told).toEqual(['+ a']);
  });
});

describe('a token', () => {
  test('that is refused once is not said', async () => {
    api.put('pods', 'a');
    api.trouble.set('watch-list', 401);
    watch(PODS);
    // kubectl asks for a new token; the next request has it.
    api.trouble.clear();
    await clock.pass(300);
    expect(api.requests).toEqual(['watch-list pods', 'watch-list pods']);
    expect([told, said]).toEqual([['+ a'], []]);
  });

  test('that stays refused makes the kind unreadable, in the end', async () => {
    for (const verb of ['list', 'watch', 'watch-list']) api.trouble.set(verb, 401);
    watch(PODS);
    await clock.pass(5000);
    expect(watcher.lost()).toEqual([]);
    await clock.pass(30_000);
    expect(watcher.lost()).toEqual(['pods']);
    expect(api.requests.length).toBeLessThanOrEqual(15);
    expect(said.at(-1)).toBe('pods: cannot be read, our token is refused (401)');
  });
});

describe('rights that are missing', () => {
  test('watch: it is read every 3 s, and what goes is told', async () => {
    api.trouble.set('watch', 403).set('watch-list', 403);
    api.put('pods', 'a');
    watch(PODS, EVENTS);
    expect(await isSynced()).toBe(true);
    expect(said).toEqual([
      'pods, events: read every 3 s instead of watched, the right to watch is missing',
    ]);
    api.put('pods', 'b');
    api.remove('pods', 'a');
    api.put('events', 'e');
    await clock.pass(4000);
    expect(told.sort()).toEqual(['+ a', '+ b', '+ e', '- a']);
    await clock.pass(60_000);
    const lists = api.requests.filter((request) => request === 'list pods').length;
    expect(lists).toBeGreaterThan(14);
    expect(lists).toBeLessThan(30);
  });

  test('list: the kind is lost, and asked for no more', async () => {
    for (const verb of ['list', 'watch', 'watch-list']) api.trouble.set(verb, 403);
    watch(PODS);
    expect(await isSynced()).toBe(true);
    expect([watcher.lost(), watcher.mode('pods')]).toEqual([['pods'], 'none']);
    const asked = api.requests.length;
    await clock.pass(60_000);
    await watcher.refresh();
    expect(api.requests).toHaveLength(asked);
  });

  test('a kind that the server does not have is lost, too', async () => {
    for (const verb of ['list', 'watch', 'watch-list']) api.trouble.set(verb, 404);
    watch(PODS);
    expect(await isSynced()).toBe(true);
    expect(watcher.lost()).toEqual(['pods']);
  });

  test('for the time a server needs to read its roles are not believed to be missing', async () => {
    api.put('pods', 'a');
    watch(PODS, EVENTS);
    await clock.pass(10_000);
    for (const verb of ['list', 'watch', 'watch-list']) api.trouble.set(verb, 403);
    api.dropStreams('cut');
    await clock.pass(10_000);
    expect(watcher.lost()).toEqual([]);
    api.put('pods', 'b');
    api.trouble.clear();
    await clock.pass(5000);
    expect([told, watcher.mode('pods'), watcher.mode('events')]).toEqual([
      ['+ a', '+ b'],
      'watch',
      'watch',
    ]);
  });

  test('that were taken away are believed in the end', async () => {
    watch(PODS);
    await watcher.synced;
    for (const verb of ['list', 'watch', 'watch-list']) api.trouble.set(verb, 403);
    api.dropStreams('cut');
    await clock.pass(45_000);
    expect(watcher.lost()).toEqual(['pods']);
  });
});

describe('gateways', () => {
  test('few streams: the pods get one, all else is left to others', async () => {
    const jobs: WatchPlace = { kind: 'jobs', path: '/apis/batch/v1/namespaces/x/jobs' };
    const pods = { ...PODS, kind: 'Pod' };
    api.limit = 2;
    api.put('pods', 'a');
    watch(jobs, EVENTS, pods, { kind: 'sets', path: '/apis/apps/v1/namespaces/x/sets' });
    await clock.pass(20_000);
    const modes = () => ['Pod', 'jobs', 'events', 'sets'].map((kind) => watcher.mode(kind));
    expect(modes()).toEqual(['watch', 'poll', 'poll', 'poll']);
    expect(api.open()).toBe(1);
    api.put('pods', 'b');
    expect(told).toEqual(['+ a', '+ b']);
    await clock.pass(300_000);
    expect(modes()).toEqual(['watch', 'poll', 'poll', 'poll']);
    const all = said.join('\n');
    expect(all.match(/few streams are allowed here \(429\)/g)?.length).toBeLessThanOrEqual(2);
  });

  test('no stream at all: polled, and for the pods tried again', async () => {
    api.limit = 0;
    api.put('pods', 'a');
    watch({ ...PODS, kind: 'Pod' });
    await clock.pass(1000);
    expect([watcher.mode('Pod'), told]).toEqual(['poll', ['+ a']]);
    await clock.pass(60_000);
    api.limit = 1;
    await clock.pass(20_000);
    expect(watcher.mode('Pod')).toBe('watch');
    expect(said).toHaveLength(1);
  });

  test.each([
    ['pods and events', [PODS, EVENTS]],
    ['events alone', [EVENTS]],
  ])('that holds streams back is noticed: %s', async (_, places) => {
    for (const { kind } of places) api.held.add(kind);
    watch(...places);
    await clock.pass(4000);
    api.put('pods', 'p');
    api.put('events', 'e');
    await clock.pass(9000);
    expect(told.sort()).toEqual(places.length === 2 ? ['+ e', '+ p'] : ['+ e']);
    expect(places.map(({ kind }) => watcher.mode(kind))).toEqual(places.map(() => 'poll'));
    expect(said).toEqual([expect.stringMatching(/read every 3 s .* a proxy that buffers/)]);
  });

  test('one silent stream among others that are not is tried again a minute later', async () => {
    api.held.add('jobs');
    api.put('jobs', 'j');
    watch(PODS, { kind: 'jobs', path: '/apis/batch/v1/namespaces/x/jobs' });
    await clock.pass(6000);
    expect([watcher.mode('pods'), watcher.mode('jobs'), told]).toEqual(['watch', 'poll', ['+ j']]);
    api.held.clear();
    await clock.pass(65_000);
    expect([watcher.mode('pods'), watcher.mode('jobs')]).toEqual(['watch', 'watch']);
  });
});

describe('servers without watch-list', () => {
  test.each([[400], [422]])('that say so (%d) are listed first', async (status) => {
    api.trouble.set('watch-list', status);
    api.put('pods', 'a');
    watch(PODS);
    expect(await isSynced()).toBe(true);
    api.put('pods', 'b');
    expect(told).toEqual(['+ a', '+ b']);
    expect(api.requests).toEqual(['watch-list pods', 'list pods', 'watch pods']);
    expect([watcher.mode('pods'), said]).toEqual(['watch', []]);
  });

  test('that do not know that they lack it are listed after 5 s', async () => {
    api.noInitialEnd = true;
    api.put('pods', 'a');
    watch(PODS);
    await clock.pass(11_000);
    expect(await isSynced()).toBe(true);
    expect([watcher.mode('pods'), told]).toEqual(['watch', ['+ a']]);
  });
});

describe('a fresh read', () => {
  test('tells what the stream has not told, and nothing twice', async () => {
    for (const name of ['a', 'b']) api.put('pods', name);
    watch(PODS);
    await watcher.synced;
    api.held.add('pods');
    api.put('pods', 'c');
    api.remove('pods', 'a');
    await watcher.refresh();
    expect(told).toEqual(['+ a', '+ b', '- a', '+ c']);
    await watcher.refresh();
    expect(told).toHaveLength(4);
  });

  test('does not bring back what ended while the list was on its way', async () => {
    api.put('pods', 'a');
    const { call } = api.cluster;
    const slow = {
      ...api.cluster,
      call: (request: Parameters<typeof call>[0]) => late(call(request)),
    };
    const late = async <T>(answer: Promise<T>): Promise<T> => {
      const known = await answer;
      api.remove('pods', 'a');
      return known;
    };
    Object.assign(api, { cluster: slow });
    watch(PODS);
    await watcher.synced;
    await watcher.refresh();
    expect(told).toEqual(['+ a', '- a']);
  });

  test('waits through an outage', async () => {
    watch(PODS);
    await watcher.synced;
    api.trouble.set('list', 'cut');
    let done = false;
    void watcher.refresh().then(() => {
      done = true;
    });
    await clock.pass(15_000);
    expect(done).toBe(false);
    api.trouble.clear();
    await clock.pass(3000);
    expect(done).toBe(true);
  });

  test('fails where it is not allowed any more', async () => {
    watch(PODS);
    await watcher.synced;
    api.trouble.set('list', 403);
    const fresh = expect(watcher.refresh()).rejects.toMatchObject({ code: 'cluster-refused' });
    await clock.pass(40_000);
    await fresh;
  });
});
