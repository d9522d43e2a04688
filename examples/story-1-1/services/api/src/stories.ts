import type { Pool } from 'pg';

export interface NewStory {
  readonly title: string;
  readonly body: string;
}

export interface Story extends NewStory {
  readonly id: number;
  /** ISO 8601. */
  readonly createdAt: string;
}

/** The stories, as rows in Postgres. */
export interface Stories {
  readonly add: (story: NewStory) => Promise<Story>;
  readonly find: (id: number) => Promise<Story | undefined>;
  /** Newest first; `before` is the id of the last story of the page before. */
  readonly list: (limit: number, before: number | undefined) => Promise<readonly Story[]>;
}

interface Row {
  readonly id: number;
  readonly title: string;
  readonly body: string;
  readonly created_at: Date;
}

const COLUMNS = 'id, title, body, created_at';

export function storiesIn(pool: Pick<Pool, 'query'>): Stories {
  const query = async (sql: string, values: readonly unknown[]): Promise<Story[]> =>
    (await pool.query<Row>(sql, [...values])).rows.map(fromRow);
  return {
    add: async ({ title, body }) => {
      const sql = `insert into stories (title, body) values ($1, $2) returning ${COLUMNS}`;
      const [story] = await query(sql, [title, body]);
      if (!story) throw new Error('Postgres returned no row for the story it inserted');
      return story;
    },
    find: async (id) => (await query(`select ${COLUMNS} from stories where id = $1`, [id]))[0],
    list: async (limit, before) =>
      query(
        `select ${COLUMNS} from stories where $2::integer is null or id < $2
         order by id desc limit $1`,
        [limit, before ?? null],
      ),
  };
}

function fromRow({ id, title, body, created_at }: Row): Story {
  return { id, title, body, createdAt: created_at.toISOString() };
}
