import { randomUUID } from 'node:crypto';
import type { LocalDate } from '../kernel/calendar/dates.ts';
import { practitioners, type Permissions } from '../kernel/step/permission.ts';
import type { Database } from '../platform/database.ts';
import { append, type RecordParts } from './append.ts';
import { call } from './call.ts';
import type { Appended, ChildRecord, Opened, Session } from './contract.ts';
import { nothingStated } from './derive.ts';
import { childInSource } from './kept-rows.ts';
import { readMany } from './reading.ts';
import { wordsOf } from './search/sought-row.ts';
import { wholeRecords } from './whole-history.ts';

/** The step of the line that says of a record that it was destroyed. */
export const recordDestroyed = 'recordDestroyed';
export const recordDestroyedMay: Permissions & { readonly file: 'also' } = { record: ['headOfService'], read: practitioners, file: 'also' };

/** What was asked to be destroyed: ids, dates, and what was said of it. */
export type Destruction = {
  readonly destruction: string;
  readonly person: string;
  readonly keptUntil: LocalDate;
  readonly ground: string;
  readonly reason: string;
  readonly askedAt: string;
  readonly askedBy: string;
  readonly endedAt: string | null;
  readonly endedBy: string | null;
  readonly outcome: 'destroyed' | 'withdrawn' | null;
};

const columns = `destruction, person, kept_until as "keptUntil", ground, reason, asked_at as "askedAt", asked_by as "askedBy", ended_at as "endedAt", ended_by as "endedBy", outcome`;

/** What waits for a second person, and the latest two hundred that came to an end; for managers alone. */
export async function destructions(database: Database, session: Session): Promise<readonly Destruction[]> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<Destruction>(
      `select ${columns} from record.destruction where authority = $1 order by ended_at desc nulls first, asked_at desc limit 200`,
      [session.authority],
    ),
  );
  return rows;
}

export const askDestruction = (
  database: Database,
  { person, session }: Opened,
  { destruction, ground, reason }: Pick<Destruction, 'destruction' | 'ground' | 'reason'>,
): Promise<void> => call(database, session, 'select record.ask_destruction($1, $2, $3, $4, $5)', [person, destruction, ground, reason]);

export const withdrawDestruction = (database: Database, { person, session }: Opened, destruction: string): Promise<void> =>
  call(database, session, 'select record.withdraw_destruction($1, $2, $3)', [person, destruction]);

/** Confirmed by the second person: the line that says so is appended, and every word before it goes, in one transaction. */
export async function destroy(
  parts: RecordParts,
  opened: Opened,
  { destruction, on }: { readonly destruction: string; readonly on: LocalDate },
): Promise<Appended> {
  const { session, person } = opened;
  const asRead = (await readMany(parts.database, parts.derivation, [opened])).get(person) ?? nothingStated(parts.derivation, person);
  if (asRead.merged !== undefined)
    return { kind: 'refused', message: 'Another record has been merged into this one. Take them apart first: each is destroyed by itself' };
  const [whole = asRead] = await wholeRecords(parts.database, parts.derivation, session, [asRead]);
  const sources = parts.derivation.identifiers(whole.history).flatMap(({ kind, value }) => (kind === childInSource ? [value] : []));
  const line = { entry: randomUUID(), step: recordDestroyed, wording: '00', happenedOn: on, shared: {}, about: [{ person, answers: {} }] };
  const names = wordsOf(parts.derivation.knownBy(whole.history));
  return append(parts, session, [line], new Map([[person, emptied(whole)]]), async (sql) => {
    await sql.query('select record.destroy($1, $2, $3, $4, $5)', [session.authority, person, destruction, line.entry, sources]);
    await sql.query('select record.forget_words($1, $2)', [session.authority, names]);
  });
}

/** As it will be read: what is derived from now on is derived from the line alone, and what was derived before is gone. */
function emptied(record: ChildRecord): ChildRecord {
  const { unread: _, ...rest } = record;
  return { ...rest, chain: [] };
}
