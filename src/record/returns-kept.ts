import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { Database } from '../platform/database.ts';
import { call, doneOrRefused, type Done } from './call.ts';
import type { Session } from './contract.ts';
import { instant } from './rows.ts';

/** Until when a prepared return is kept, what holds it, and who asks for its end. */
export type ReturnKept = {
  readonly prepared: string;
  readonly keptUntil: LocalDate;
  readonly heldSince: LocalDate | null;
  /** The hold that stands; null: none does. */
  readonly hold: string | null;
  /** Asked for and not ended; null: nobody asks. */
  readonly destruction: string | null;
  readonly askedBy: string | null;
  readonly askedAt: string | null;
  readonly reason: string | null;
  readonly destroyedAt: string | null;
};

/** Of the session's authority, for those who may build a return. */
export const returnsKept = (database: Database, session: Session): Promise<readonly ReturnKept[]> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<ReturnKept>(
      `select prepared, kept_until as "keptUntil", held_since as "heldSince", hold, destruction, asked_by as "askedBy", reason,
         ${instant('asked_at', 'askedAt')}, ${instant('destroyed_at', 'destroyedAt')} from record.returns_kept()`,
    );
    return rows;
  });

/** What may be done about how long a return is kept. Each is refused in words: by role, before its day, while it is held, or to whoever asked for it themselves. */
export type KeepingAct =
  | { readonly kind: 'hold' | 'endHold' | 'ask'; readonly id: string; readonly words: string }
  | { readonly kind: 'confirm' | 'withdraw'; readonly id: string };

export function actOnReturn(database: Database, session: Session, prepared: string, act: KeepingAct): Promise<Done> {
  const done = (statement: string, ...values: readonly unknown[]): Promise<Done> =>
    doneOrRefused(call(database, session, statement, [prepared, act.id, ...values]));
  switch (act.kind) {
    case 'hold':
      return done('select record.hold_prepared($1, $2, $3, $4)', act.words);
    case 'endHold':
      return done('select record.end_prepared_hold($1, $2, $3, $4)', act.words);
    case 'ask':
      return done('select record.ask_return_destruction($1, $2, $3, $4)', act.words);
    case 'confirm':
      return done('select record.end_return_destruction($1, $2, $3, $4)', true);
    case 'withdraw':
      return done('select record.end_return_destruction($1, $2, $3, $4)', false);
  }
}
