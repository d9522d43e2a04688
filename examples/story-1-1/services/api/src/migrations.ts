import { DatabaseError, type Pool, type PoolClient } from 'pg';

/** Append only. Each must work with the previous version of the service, which still runs. */
const MIGRATIONS: readonly { readonly id: number; readonly sql: string }[] = [
  {
    id: 1,
    sql: `create table stories (
            id integer generated always as identity primary key,
            title text not null,
            body text not null,
            created_at timestamptz not null default now()
          )`,
  },
];

// Any number will do, as long as nothing else in this database locks the same one.
const LOCK = 1_101_001;

/** https://www.postgresql.org/docs/15/errcodes-appendix.html */
const UNDEFINED_TABLE = '42P01';

/**
 * Brings the schema up to date and returns the ids of the migrations it applied. Replicas that start
 * together wait for each other at an advisory lock; all is done in one transaction or not at all.
 */
export async function migrate(pool: Pool): Promise<readonly number[]> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const applied = await applyMissing(client);
    await client.query('commit');
    return applied;
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    throw broken;
  } finally {
    // A connection that failed in a transaction is closed, which also rolls back.
    client.release(broken);
  }
}

/**
 * Fails when the database does not answer. One that answers but has lost its schema, as after a
 * start on an empty volume, gets it again: all requests would fail until somebody restarts us.
 */
export async function checkSchema(pool: Pool): Promise<void> {
  try {
    await pool.query('select from stories limit 1');
  } catch (error) {
    if (!(error instanceof DatabaseError && error.code === UNDEFINED_TABLE)) throw error;
    await migrate(pool);
  }
}

async function applyMissing(client: PoolClient): Promise<readonly number[]> {
  await client.query(
    `create table if not exists schema_migrations (
       id integer primary key,
       applied_at timestamptz not null default now()
     )`,
  );
  const { rows } = await client.query<{ id: number }>('select id from schema_migrations');
  const done = new Set(rows.map(({ id }) => id));
  const missing = MIGRATIONS.filter(({ id }) => !done.has(id));
  for (const { id, sql } of missing) {
    await client.query(sql);
    await client.query('insert into schema_migrations (id) values ($1)', [id]);
  }
  return missing.map(({ id }) => id);
}
