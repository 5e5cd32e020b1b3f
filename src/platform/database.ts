import pg from 'pg';

export type Pool = pg.Pool;
export type Client = pg.ClientBase;

/** Who is asking: what row-level security compares every row with. */
export type Session = {
  readonly authority: number;
  readonly actor: string;
  readonly roles: readonly string[];
  readonly teams: readonly string[];
  readonly scope: 'all' | 'teams' | 'own' | 'none';
  readonly opened?: readonly string[];
  /** The steps whose words may be read. */
  readonly steps?: readonly string[];
};

export type Database = {
  readonly pool: Pool;
  /** Commits what `work` did, or nothing of it if it throws. */
  transaction<T>(session: Session | null, work: (sql: Client) => Promise<T>): Promise<T>;
  /** Does work beside a connection of its own, which ends with the work, or with this process. `isLost`: it has ended before. */
  beside<T>(work: (sql: Client, isLost: () => boolean) => Promise<T>): Promise<T>;
  end(): Promise<void>;
};

const oid = { int8: 20, date: 1082, timestamp: 1114, timestamptz: 1184 } as const;
const asItIs = (text: string): string => text;

/** A date has no hour and an instant has microseconds: both stay PostgreSQL's own text. Counts are numbers. */
const parsers = new Map<number, (text: string) => unknown>([
  [oid.int8, Number],
  [oid.date, asItIs],
  [oid.timestamp, asItIs],
  [oid.timestamptz, asItIs],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(id)) || pg.types.getTypeParser(id, format)) as typeof pg.types.getTypeParser,
};

/** A pool for `url` whose dates, instants and counts arrive as the rest of the product expects them. */
export function createPool(url: string, { max = 10 }: { readonly max?: number } = {}): Pool {
  const pool = new pg.Pool({ connectionString: url, max, types, keepAlive: true, application_name: 'sightline' });
  // A server that ends an idle connection is noticed by the next query, which opens another.
  pool.on('error', () => {});
  // One that is lost while it is lent, between two questions, would otherwise end the whole process; the next question fails and says so.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** One connection of its own, for work that a pool cannot carry: migrations, COPY, LISTEN. `within`: milliseconds to wait for it; 0: as long as it takes. */
export async function connect(url: string, { within = 0 }: { readonly within?: number } = {}): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    types,
    keepAlive: true,
    application_name: 'sightline',
    connectionTimeoutMillis: within,
  });
  client.on('error', () => {});
  await client.connect().catch((error: unknown) => {
    // Left half-way, the server would wait a minute for an answer: and whoever makes or drops a database there, for all who are being let in.
    void client.end().catch(() => {});
    throw error;
  });
  return client;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const word = /^[A-Za-z][A-Za-z0-9]{0,62}$/;
const scope = /^(all|teams|own|none)$/;

function checked(setting: string, shape: RegExp, values: readonly string[]): string {
  for (const value of values)
    if (!shape.test(value))
      throw new Error(`The session's ${setting} holds ${JSON.stringify(value)}, which cannot be put into a transaction.`);
  return `SET LOCAL app.${setting} = '${values.join(',')}'`;
}

/** What a transaction that has been admitted may read, from here on: `opened` and `steps`. */
export const admittedSettings = (people: readonly string[], steps: readonly string[]): string =>
  `${checked('opened', uuid, people)}; ${checked('steps', word, steps)}`;

/** Literal on purpose: settings made with a function call do not reach the workers of a distributed database. */
export function settingsOf(session: Session): string {
  if (!Number.isInteger(session.authority) || session.authority < 1 || session.authority > 2_147_483_647) {
    throw new Error(`The session's authority is ${session.authority}, which is not the number of an authority.`);
  }
  return [
    `SET LOCAL app.authority = '${session.authority}'`,
    checked('actor', uuid, [session.actor]),
    checked('roles', word, session.roles),
    checked('teams', uuid, session.teams),
    checked('scope', scope, [session.scope]),
    checked('opened', uuid, session.opened ?? []),
    checked('steps', word, session.steps ?? []),
  ].join('; ');
}

async function begin(client: Client, session: Session | null): Promise<void> {
  const settings = session === null ? '' : `; ${settingsOf(session)}`;
  await client.query(`BEGIN; SET LOCAL TIME ZONE 'UTC'${settings}`);
}

/** @returns whether the connection can be used again */
async function rollBack(client: Client): Promise<boolean> {
  try {
    await client.query('ROLLBACK');
    return true;
  } catch {
    return false;
  }
}

export function openDatabase(url: string, options: { readonly max?: number } = {}): Database {
  const pool = createPool(url, options);
  return {
    pool,
    end: () => pool.end(),
    async beside(work) {
      const client = await connect(url);
      let isLost = false;
      client.once('end', () => void (isLost = true));
      return work(client, () => isLost).finally(() => client.end().catch(() => {}));
    },
    async transaction(session, work) {
      const client = await pool.connect();
      let isUsable = true;
      try {
        await begin(client, session);
        const result = await work(client);
        await client.query('COMMIT');
        return result;
      } catch (error) {
        isUsable = await rollBack(client);
        throw error;
      } finally {
        client.release(!isUsable);
      }
    },
  };
}
