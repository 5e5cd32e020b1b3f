import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { Client, Database } from '../platform/database.ts';
import { doneOrRefused, type Done } from './call.ts';
import type { Session } from './contract.ts';
import { instant } from './rows.ts';

/** What somebody says of a section of the procedures who has no account here. */
export type NewPublicComment = {
  readonly comment: string;
  readonly edition: LocalDate;
  readonly chapter: string;
  readonly section: string;
  readonly agency: string;
  readonly words: string;
  readonly name: string;
  readonly email: string;
};

/** One that waits; or was taken into the chapter’s file, or set aside. */
export type PublicComment = NewPublicComment & { readonly sentAt: string; readonly settled?: SettledComment };

/** By which member, and when. */
export type SettledComment = { readonly outcome: 'taken' | 'aside'; readonly by: string; readonly at: string };

export type PublicComments = {
  /** Kept for who answers for the procedures, and published nowhere; sent twice it is one. Refused: it is too long, other words were sent under its id, or too many wait. */
  readonly send: (comment: NewPublicComment) => Promise<Done>;
  /** What waits, the oldest first, then what was settled within a year: to who answers for the procedures; nothing to anybody else. */
  readonly all: (session: Session) => Promise<readonly PublicComment[]>;
  /** How many wait; to whoever does not answer for the procedures: none. */
  readonly waiting: (session: Session) => Promise<number>;
  /** Sets one aside. Refused, with who did what and when: a colleague has settled it already. To take one in: `WholeRecord.takeIn`. */
  readonly setAside: (session: Session, comment: string) => Promise<Done>;
};

/** In a transaction of whoever settles it: what else is written there is written with it or not at all. */
export const settlePublicComment = (sql: Client, comment: string, outcome: SettledComment['outcome']): Promise<unknown> =>
  sql.query('select record.settle_public_comment($1, $2)', [comment, outcome]);

/** `authority`: whose procedures are read without signing in. */
export const publicComments = (database: Database, authority: number | undefined): PublicComments => ({
  send: (one) => doneOrRefused(database.transaction(null, (sql) => sql.query(sending, [authority ?? 0, ...valuesOf(one)]))),
  all: (session) => all(database, session),
  waiting: (session) => waiting(database, session),
  setAside: (session, comment) => doneOrRefused(database.transaction(session, (sql) => settlePublicComment(sql, comment, 'aside'))),
});

const sending = 'select record.send_public_comment($1, $2, $3, $4, $5, $6, $7, $8, $9)';

const valuesOf = ({ comment, edition, chapter, section, agency, words, name, email }: NewPublicComment): readonly string[] => [
  comment,
  edition,
  chapter,
  section,
  agency,
  words,
  name,
  email,
];

const waiting = (database: Database, session: Session): Promise<number> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<{ n: number }>('select record.public_comments_waiting() as n');
    return rows[0]?.n ?? 0;
  });

type Row = Omit<PublicComment, 'settled'> & {
  readonly outcome: SettledComment['outcome'] | null;
  readonly by: string | null;
  readonly at: string | null;
};

const columns = [
  'comment, edition, chapter, section, agency, words, name, email, outcome, settled_by as by',
  instant('sent_at', 'sentAt'),
  instant('settled_at', 'at'),
].join(', ');

const all = (database: Database, session: Session): Promise<readonly PublicComment[]> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<Row>(`select ${columns} from record.public_comments()`);
    return rows.map(({ outcome, by, at, ...one }) => ({
      ...one,
      ...(outcome === null || by === null || at === null ? {} : { settled: { outcome, by, at } }),
    }));
  });
