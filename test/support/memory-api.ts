import type { Cluster, KubeAnswer } from '../../src/cluster/connect.ts';
import type { KubeObject } from '../../src/domain/manifest.ts';
import { ActionError } from '../../src/errors.ts';

/** What an API server may do to a request, beside answering it well. */
export type Trouble = number | 'cut';

/** One collection of an API server, as far as lists and watches go, in memory. */
export interface MemoryApi {
  readonly cluster: Pick<Cluster, 'call' | 'stream'>;
  /** `list pods`, `watch pods`, `watch-list pods` …, in order. */
  readonly requests: string[];
  /** How many streams are open. */
  readonly open: () => number;
  readonly put: (plural: string, name: string, more?: object) => void;
  readonly remove: (plural: string, name: string) => void;
  /** Each request of a verb (`list`, `watch`, `watch-list`) gets this, until it is cleared. */
  readonly trouble: Map<string, Trouble>;
  /** Kinds whose streams deliver nothing while they are in it. */
  readonly held: Set<string>;
  /** More streams at a time are refused with 429. */
  limit: number;
  /** Streams begin without the state of now, or its end: the server knows no watch-list. */
  noInitialEnd: boolean;
  /** Breaks all streams, or ends them well. */
  readonly dropStreams: (how: 'cut' | 'end') => void;
  /** Versions up to now are forgotten: a stream that goes on from one gets 410. */
  readonly compact: () => void;
  readonly bookmark: () => void;
}

interface Stored {
  readonly plural: string;
  readonly object: KubeObject;
}

interface OpenStream {
  readonly plural: string;
  readonly write: (type: string, object: object) => void;
  readonly end: (how: 'cut' | 'end' | 'abort') => void;
}

export function memoryApi(): MemoryApi {
  const stored = new Map<string, Stored>();
  const log: { version: number; plural: string; type: string; object: KubeObject }[] = [];
  const streams = new Set<OpenStream>();
  const requests: string[] = [];
  let version = 100;
  let uids = 0;
  let oldest = 0;
  const write = (plural: string, type: string, object: KubeObject): void => {
    log.push({ version, plural, type, object });
    for (const stream of streams) if (stream.plural === plural) stream.write(type, object);
  };
  const refusal = (verb: string): KubeAnswer | undefined => {
    const trouble = api.trouble.get(verb);
    if (trouble === 'cut') throw new ActionError('cluster-unreachable', 'cut');
    return trouble === undefined ? undefined : { status: trouble, body: { message: 'refused' } };
  };
  const ask = (path: string) => {
    const url = new URL(path, 'http://api');
    return { plural: url.pathname.split('/').at(-1) ?? '', query: url.searchParams };
  };
  const call: Cluster['call'] = async ({ path }) => {
    const { plural, query } = ask(path);
    requests.push(`list ${plural}${query.get('limit') === '1' ? ' version' : ''}`);
    const refused = refusal('list');
    if (refused) return refused;
    const items = [...stored.values()].filter((one) => one.plural === plural);
    return {
      status: 200,
      body: {
        apiVersion: 'v1',
        metadata: { resourceVersion: String(version) },
        items: items.map(({ object: { kind: _, apiVersion: __, ...item } }) => item),
      },
    };
  };
  const stream: Cluster['stream'] = ({ path }, { onLine, signal }) => {
    const { plural, query } = ask(path);
    const from = query.get('resourceVersion');
    const verb = from === null ? 'watch-list' : 'watch';
    requests.push(`${verb} ${plural}`);
    return new Promise((resolve, reject) => {
      const one: OpenStream = {
        plural,
        write: (type, object) => {
          if (!api.held.has(plural)) onLine(JSON.stringify({ type, object }));
        },
        end: (how) => {
          streams.delete(one);
          signal.removeEventListener('abort', abort);
          if (how === 'end') resolve({ status: 200, body: '' });
          else reject(new ActionError('cluster-unreachable', how));
        },
      };
      const abort = (): void => one.end('abort');
      const refused = refusal(verb);
      if (refused || streams.size >= api.limit) {
        resolve(refused ?? { status: 429, body: '' });
        return;
      }
      streams.add(one);
      signal.addEventListener('abort', abort);
      if (signal.aborted) abort();
      else if (from === null) begin(one);
      else goOn(one, Number(from));
    });
  };
  const begin = (one: OpenStream): void => {
    for (const { plural, object } of stored.values()) {
      if (plural === one.plural) one.write('ADDED', object);
    }
    const annotations = { 'k8s.io/initial-events-end': 'true' };
    const metadata = { resourceVersion: String(version), annotations };
    if (!api.noInitialEnd) one.write('BOOKMARK', { metadata });
  };
  const goOn = (one: OpenStream, from: number): void => {
    if (from < oldest) {
      one.write('ERROR', { kind: 'Status', code: 410 });
      one.end('end');
      return;
    }
    const missed = log.filter((entry) => entry.plural === one.plural && entry.version > from);
    for (const { type, object } of missed) one.write(type, object);
  };
  const api: MemoryApi = {
    cluster: { call, stream },
    requests,
    trouble: new Map(),
    held: new Set(),
    limit: Number.POSITIVE_INFINITY,
    noInitialEnd: false,
    open: () => streams.size,
    put: (plural, name, more = {}) => {
      const key = `${plural}/${name}`;
      const before = stored.get(key)?.object;
      const metadata = {
        name,
        uid: before?.metadata.uid ?? `uid-${++uids}`,
        resourceVersion: String(++version),
        managedFields: [{ manager: 'kubectl' }],
      };
      const object: KubeObject = { apiVersion: 'v1', kind: plural, metadata, ...more };
      stored.set(key, { plural, object });
      write(plural, before ? 'MODIFIED' : 'ADDED', object);
    },
    remove: (plural, name) => {
      const object = stored.get(`${plural}/${name}`)?.object;
      if (object === undefined) throw new Error(`there is no ${plural}/${name}`);
      stored.delete(`${plural}/${name}`);
      const metadata = { ...object.metadata, resourceVersion: String(++version) };
      write(plural, 'DELETED', { ...object, metadata });
    },
    dropStreams: (how) => {
      for (const one of [...streams]) one.end(how);
    },
    compact: () => {
      oldest = ++version;
    },
    bookmark: () => {
      for (const one of streams) {
        one.write('BOOKMARK', { metadata: { resourceVersion: String(version) } });
      }
    },
  };
  return api;
}
