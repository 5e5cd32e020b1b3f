import type { Database } from '../platform/database.ts';
import { orRefused, type Refused } from './call.ts';
import type { Opened, Session } from './contract.ts';
import { askOpen } from './reading.ts';

/** A form as it was sent: a name may be given several times. */
export type DraftForm = Readonly<Record<string, string | readonly string[]>>;

/** What is written so far, to be kept. `entry`: the id that the entry gets once it is recorded. */
export type NewDraft = {
  readonly entry: string;
  readonly person: string;
  readonly step: string;
  readonly form: DraftForm;
  /** The questions that must still be answered, in the words of the form: shown in lists, where no answer is. */
  readonly missing: readonly string[];
  /** Whom the form asks about: what was written before of anybody else is kept as it was. */
  readonly asked: readonly string[];
  /** The version that this window had seen; 0: none. */
  readonly base: number;
  /** The window, and the number of its save. */
  readonly tab: string;
  readonly seq: number;
};

/** What became of a save; `conflict`, `stale` and `recorded`: nothing was changed. */
export type Saved =
  { readonly kind: 'saved' | 'conflict' | 'stale' | 'recorded'; readonly version: number; readonly savedAt: string } | Refused;

/** One of a writer's own drafts in a list: no word of what was answered. */
export type ListedDraft = {
  readonly entry: string;
  readonly person: string;
  readonly step: string;
  readonly missing: readonly string[];
  readonly begunAt: string;
  readonly savedAt: string;
  readonly thrownAwayAt: string | null;
  /** Null: the record is closed to the writer. */
  readonly name: string | null;
  readonly isClosed: boolean;
};

export type DraftOfOthers = { readonly author: string; readonly step: string; readonly begunAt: string; readonly savedAt: string };

export type Draft = { readonly step: string; readonly form: DraftForm; readonly version: number; readonly savedAt: string };

/** What is being written, each writer's own. */
export type Drafts = {
  /** Keeps what is written so far. Words about a child whose record is closed to the writer are kept; to be read they need the open record. */
  readonly save: (session: Session, draft: NewDraft) => Promise<Saved>;
  /** Refused (`RecordClosed`) where the record is closed to the writer by now. */
  readonly read: (record: Opened, entry: string) => Promise<Draft | undefined>;
  /** The writer's own, the latest first, those that were thrown away within the week too. */
  readonly own: (session: Session) => Promise<readonly ListedDraft[]>;
  /** That somebody else is writing of an open record: who and of which step, never what. */
  readonly ofOthers: (record: Opened) => Promise<readonly DraftOfOthers[]>;
  /** Throws a draft away, or brings it back within the week. @returns whether there is such a draft */
  readonly throwAway: (session: Session, entry: string, isThrown: boolean) => Promise<boolean>;
  /** Base64, of 32 bytes: with it this person's browser encrypts what it keeps while the line is down. */
  readonly key: (session: Session) => Promise<string>;
};

const saveCall = 'select kind, version, saved_at as "savedAt" from record.save_draft($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)';

async function save(database: Database, session: Session, draft: NewDraft): Promise<Saved> {
  const { entry, person, step, form, missing, asked, base, tab, seq } = draft;
  const values = [session.authority, entry, person, step, JSON.stringify(form), missing, asked, base, tab, seq];
  return orRefused(
    database.transaction(session, async (sql) => {
      const [saved] = (await sql.query<Exclude<Saved, Refused>>(saveCall, values)).rows;
      if (saved === undefined) throw new Error('record.save_draft gave no row');
      return saved;
    }),
  );
}

async function read(database: Database, opened: Opened, entry: string): Promise<Draft | undefined> {
  const { person, session } = opened;
  return askOpen(database, opened, async (sql) => {
    const { rows } = await sql.query<Draft>(
      `select step, form, version, saved_at as "savedAt" from record.draft where authority = $1 and author = $2 and entry = $3 and person = $4`,
      [session.authority, session.actor, entry, person],
    );
    return rows[0];
  });
}

async function own(database: Database, session: Session): Promise<readonly ListedDraft[]> {
  const { rows } = await database.transaction(session, async (sql) => {
    await sql.query('select record.forget_drafts($1)', [session.authority]);
    return sql.query<ListedDraft>(
      `select entry, person, step, missing, begun_at as "begunAt", saved_at as "savedAt", thrown_away_at as "thrownAwayAt", name, is_closed as "isClosed"
       from record.own_drafts($1)`,
      [session.authority],
    );
  });
  return rows;
}

async function ofOthers(database: Database, opened: Opened): Promise<readonly DraftOfOthers[]> {
  return askOpen(database, opened, async (sql) => {
    const { rows } = await sql.query<DraftOfOthers>(
      'select author, step, begun_at as "begunAt", saved_at as "savedAt" from record.drafts_of_others($1)',
      [opened.person],
    );
    return rows;
  });
}

async function throwAway(database: Database, session: Session, entry: string, isThrown: boolean): Promise<boolean> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<{ found: boolean }>('select record.throw_draft_away($1, $2, $3) as found', [session.authority, entry, isThrown]),
  );
  return rows[0]?.found === true;
}

async function key(database: Database, session: Session): Promise<string> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<{ key: string }>(`select encode(record.own_draft_key($1), 'base64') as key`, [session.authority]),
  );
  return rows[0]?.key ?? '';
}

/** Drafts over one database: everything goes through row-level security as the session that asks. */
export const createDrafts = (database: Database): Drafts => ({
  save: (session, draft) => save(database, session, draft),
  read: (record, entry) => read(database, record, entry),
  own: (session) => own(database, session),
  ofOthers: (record) => ofOthers(database, record),
  throwAway: (session, entry, isThrown) => throwAway(database, session, entry, isThrown),
  key: (session) => key(database, session),
});
