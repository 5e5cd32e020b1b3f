import type { Database } from '../platform/database.ts';
import type { Session } from './contract.ts';
import { asOwnerOf } from './verify.ts';

/** JSON as it is sent. */
type Payload = Readonly<Record<string, unknown>>;

/** A child in a call: what is sent, and what the Department holds once it is accepted; null: nothing. `restricted`: the record was when it was read, so that the payload has no name. */
export type Sent = { readonly person: string; readonly payload: Payload; readonly holds: Payload | null; readonly restricted: boolean };
export type NewCall = { readonly call: number; readonly digest: string; readonly sent: readonly Sent[] };
export type NewFeed = {
  readonly run: string;
  readonly kind: 'full' | 'changes';
  readonly knownAt: string;
  /** Of whom nothing can be sent, and why. */
  readonly leftOut: readonly { readonly person: string; readonly why: string }[];
  readonly calls: readonly NewCall[];
};

/** What the Department holds of each child, as far as it accepted it. */
export const feedHeld = (owner: Database, authority: number): Promise<ReadonlyMap<string, Payload>> =>
  asOwnerOf(owner, authority, async (sql) => {
    const { rows } = await sql.query<{ person: string; payload: Payload }>('select person, payload from record.feed_held()');
    return new Map(rows.map(({ person, payload }) => [person, payload]));
  });

/** Writes down a run before its first call is sent: without whoever was restricted or destroyed since they were read. Refused (SL001) while another has not come to its end. */
export const beginFeed = (owner: Database, authority: number, { run, kind, knownAt, leftOut, calls }: NewFeed): Promise<void> =>
  asOwnerOf(
    owner,
    authority,
    async (sql) =>
      void (await sql.query('select record.begin_feed($1, $2, $3, $4, $5)', [
        run,
        kind,
        knownAt,
        JSON.stringify(leftOut),
        JSON.stringify(calls),
      ])),
  );

export type Unfinished = { readonly run: string; readonly knownAt: string; readonly calls: readonly number[] };

/** The run that has not come to its end, with the calls that wait, in order. */
export const unfinishedFeed = (owner: Database, authority: number): Promise<Unfinished | undefined> =>
  asOwnerOf(owner, authority, async (sql) => {
    const { rows } = await sql.query<{ run: string; knownAt: string; call: number | null }>(
      'select run, known_at as "knownAt", call from record.feed_unfinished()',
    );
    const [first] = rows;
    return first && { run: first.run, knownAt: first.knownAt, calls: rows.flatMap(({ call }) => call ?? []) };
  });

export type InBody = { readonly place: number; readonly payload: Payload };

/** What is in a call, as it was written down. */
export const feedBody = (owner: Database, authority: number, run: string, call: number): Promise<readonly InBody[]> =>
  asOwnerOf(owner, authority, async (sql) => {
    const { rows } = await sql.query<InBody>('select place, payload from record.feed_body($1, $2)', [run, call]);
    return rows;
  });

/** Status 0: nobody answered. */
export const noteFeedAttempt = (
  owner: Database,
  authority: number,
  at: { readonly run: string; readonly call: number; readonly digest: string; readonly status: number },
): Promise<void> =>
  asOwnerOf(
    owner,
    authority,
    async (sql) => void (await sql.query('select record.note_feed_attempt($1, $2, $3, $4)', [at.run, at.call, at.digest, at.status])),
  );

export const acceptFeed = (owner: Database, authority: number, run: string, call: number, receipts: unknown): Promise<void> =>
  asOwnerOf(
    owner,
    authority,
    async (sql) => void (await sql.query('select record.accept_feed($1, $2, $3)', [run, call, JSON.stringify(receipts ?? null)])),
  );

/** `place` absent: all that is left of the call. */
export const refuseFeed = (
  owner: Database,
  authority: number,
  at: { readonly run: string; readonly call: number; readonly place?: number; readonly why: string },
): Promise<void> =>
  asOwnerOf(
    owner,
    authority,
    async (sql) => void (await sql.query('select record.refuse_feed($1, $2, $3, $4)', [at.run, at.call, at.place ?? null, at.why])),
  );

export const endFeed = (owner: Database, authority: number, run: string): Promise<void> =>
  asOwnerOf(owner, authority, async (sql) => void (await sql.query('select record.end_feed($1)', [run])));

/** A run as counts: nobody's name. Instants are PostgreSQL's text. */
export type FeedRun = {
  readonly run: string;
  readonly kind: 'full' | 'changes';
  readonly begunAt: string;
  readonly endedAt: string | null;
  readonly children: number;
  readonly calls: number;
  readonly accepted: number;
  readonly refused: number;
  readonly leftOut: number;
  readonly lastStatus: number | null;
};

/** The last sixty, to whoever may build a return; to others none. */
export const feedRuns = (database: Database, session: Session): Promise<readonly FeedRun[]> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<FeedRun>(
      `select run, kind, begun_at as "begunAt", ended_at as "endedAt", children, calls, accepted, refused, left_out as "leftOut", last_status as "lastStatus"
       from record.feed_runs()`,
    );
    return rows;
  });
