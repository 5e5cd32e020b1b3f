import type { Attachment } from '../kernel/step/attached.ts';
import type { Database } from '../platform/database.ts';
import { call } from './call.ts';
import type { Opened, Session } from './contract.ts';
import { askOpen } from './reading.ts';
import { infectedFiles, type InfectedFile } from './unchecked-files.ts';

/** A file that arrives for an entry that is being written. */
export type NewAttachment = { readonly attachment: string; readonly entry: string; readonly person: string };

export type OpenedAttachment = Omit<Attachment, 'id'> & {
  /** The content, piece by piece: each is asked for with the reader's own rights. */
  readonly content: () => AsyncGenerator<Buffer>;
};

/** What a refusal (SQLSTATE SL001) says is for the person who asked. */
export type Attachments = {
  /** The next piece, in order from 0; one megabyte at most. Refused: over 25 MB, more than 40 files, recorded already. */
  readonly add: (session: Session, file: NewAttachment, part: number, bytes: Buffer) => Promise<void>;
  /** The file is whole. */
  readonly finish: (session: Session, attachment: string, what: Pick<Attachment, 'name' | 'kind' | 'isChecked'>) => Promise<void>;
  /** Takes a file off a draft. @returns whether it was there */
  readonly drop: (session: Session, attachment: string) => Promise<boolean>;
  /** The files of a draft of one's own. */
  readonly ofDraft: (session: Session, entry: string) => Promise<readonly Attachment[]>;
  /** One’s own files in which a virus was found after they were taken in: they are withheld from everybody. */
  readonly infected: (session: Session) => Promise<readonly InfectedFile[]>;
  /** Opens a file of an open record, which is logged; undefined: there is none, or the statement that names it is not the reader's to read. */
  readonly open: (record: Opened, attachment: string) => Promise<OpenedAttachment | undefined>;
};

async function drop(database: Database, session: Session, attachment: string): Promise<boolean> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<{ found: boolean }>('select record.drop_attachment($1, $2) as found', [session.authority, attachment]),
  );
  return rows[0]?.found === true;
}

async function ofDraft(database: Database, session: Session, entry: string): Promise<readonly Attachment[]> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<Attachment>('select id, name, kind, bytes, digest, is_checked as "isChecked" from record.draft_attachments($1, $2)', [
      session.authority,
      entry,
    ]),
  );
  return rows;
}

async function open(database: Database, opened: Opened, attachment: string): Promise<OpenedAttachment | undefined> {
  const { person, session } = opened;
  type Row = Omit<Attachment, 'id'> & { readonly parts: number };
  const found = await askOpen(database, opened, async (sql) => {
    const { rows } = await sql.query<Row>(
      'select name, kind, bytes, digest, is_checked as "isChecked", parts from record.open_attachment($1, $2, $3)',
      [session.authority, person, attachment],
    );
    return rows[0];
  });
  if (found === undefined) return undefined;
  const { parts, ...what } = found;
  return { ...what, content: () => partsOf(database, opened, attachment, parts) };
}

async function* partsOf(database: Database, opened: Opened, attachment: string, parts: number): AsyncGenerator<Buffer> {
  const { person, session } = opened;
  for (let part = 0; part < parts; part += 1)
    yield await askOpen(database, opened, async (sql) => {
      const { rows } = await sql.query<{ bytes: Buffer | null }>('select record.read_attachment_part($1, $2, $3, $4) as bytes', [
        session.authority,
        person,
        attachment,
        part,
      ]);
      const bytes = rows[0]?.bytes ?? null;
      if (bytes === null) throw new Error(`Piece ${part} of a file is not there`);
      return bytes;
    });
}

/** Files of entries over one database: everything goes through the database's own rules as the session that asks. */
export const createAttachments = (database: Database): Attachments => ({
  add: (session, { attachment, entry, person }, part, bytes) =>
    call(database, session, 'select record.add_attachment_part($1, $2, $3, $4, $5, $6)', [attachment, entry, person, part, bytes]),
  finish: (session, attachment, { name, kind, isChecked }) =>
    call(database, session, 'select record.finish_attachment($1, $2, $3, $4, $5)', [attachment, name, kind, isChecked]),
  drop: (session, attachment) => drop(database, session, attachment),
  ofDraft: (session, entry) => ofDraft(database, session, entry),
  infected: (session) => infectedFiles(database, session),
  open: (record, attachment) => open(database, record, attachment),
});
