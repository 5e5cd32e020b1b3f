import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { Database } from '../platform/database.ts';
import { doneOrRefused, type Done } from './call.ts';
import type { Session } from './contract.ts';

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
export type PublicComment = NewPublicComment & { readonly sentAt: string; readonly outcome?: 'taken' | 'aside' };

export type PublicComments = {
  /** Kept for who answers for the procedures, and published nowhere; sent twice it is one. Refused: it is too long, other words were sent under its id, or too many wait. */
  readonly send: (comment: NewPublicComment) => Promise<Done>;
  /** What waits, the oldest first, then what was settled within a year: to who answers for the procedures; nothing to anybody else. */
  readonly all: (session: Session) => Promise<readonly PublicComment[]>;
  readonly settle: (session: Session, comment: string, outcome: 'taken' | 'aside') => Promise<Done>;
};

/** `authority`: whose procedures are read without signing in. */
export const publicComments = (database: Database, authority: number | undefined): PublicComments => ({
  send: (one) => doneOrRefused(database.transaction(null, (sql) => sql.query(sending, [authority ?? 0, ...valuesOf(one)]))),
  all: (session) => all(database, session),
  settle: (session, comment, outcome) =>
    doneOrRefused(database.transaction(session, (sql) => sql.query('select record.settle_public_comment($1, $2)', [comment, outcome]))),
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

type Row = NewPublicComment & { readonly at: string; readonly outcome: 'taken' | 'aside' | null };

const all = (database: Database, session: Session): Promise<readonly PublicComment[]> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<Row>(
      'select comment, edition, chapter, section, agency, words, name, email, sent_at::text as at, outcome from record.public_comments()',
    );
    return rows.map(({ at, outcome, ...one }) => ({ ...one, sentAt: at, ...(outcome === null ? {} : { outcome }) }));
  });
