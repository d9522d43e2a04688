import { createClient } from 'redis';
import { within } from './deadline.ts';
import { type Log, reason } from './log.ts';
import { longestDelay } from './retry.ts';
import type { Settings } from './settings.ts';

/** Counts how often each story was read; the counters are keys in Redis. */
export interface Views {
  /** Connects, and connects again whenever the connection is lost. Resolves at the first success. */
  readonly connect: () => Promise<void>;
  /** Adds one and returns the new count. */
  readonly count: (storyId: number) => Promise<number>;
  readonly ping: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const ANSWER_MS = 1_000;

export function openViews(settings: Settings['redis'], log: Log): Views {
  const { host, port, password } = settings;
  const client = createClient({
    ...(password && { password }),
    name: 'story-1-1-api',
    // Without a connection a command fails at once; queued ones would hold the request.
    disableOfflineQueue: true,
    // A peer that vanished without closing its connection is noticed within five seconds.
    pingInterval: 2_000,
    socket: {
      host,
      port,
      connectTimeout: 3_000,
      socketTimeout: 5_000,
      reconnectStrategy: (retries) => longestDelay(retries + 1),
    },
  });
  client.on('error', (error) => log('warn', 'no connection to Redis', { error: reason(error) }));
  return {
    connect: async () => {
      await client.connect();
    },
    count: async (storyId) =>
      within(ANSWER_MS, 'Redis INCR', client.incr(`story:${storyId}:views`)),
    ping: async () => {
      await within(ANSWER_MS, 'Redis PING', client.ping());
    },
    close: async () => {
      if (client.isReady) await client.close();
      else if (client.isOpen) client.destroy();
    },
  };
}
