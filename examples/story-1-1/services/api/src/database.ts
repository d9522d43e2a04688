import { Pool } from 'pg';
import { type Log, reason } from './log.ts';
import type { Settings } from './settings.ts';

/** A pool of connections to Postgres; none is opened yet. Every query has a time limit. */
export function openDatabase(settings: Settings['postgres'], log: Log): Pool {
  const pool = new Pool({
    ...settings,
    application_name: 'story-1-1-api',
    max: 10,
    connectionTimeoutMillis: 3_000,
    statement_timeout: 5_000,
    query_timeout: 6_000,
    keepAlive: true,
  });
  // An idle connection that the server closes is replaced at the next query; without this listener
  // it would end the process.
  pool.on('error', (error) =>
    log('warn', 'lost a connection to Postgres', { error: reason(error) }),
  );
  return pool;
}
