import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { Database } from '../platform/database.ts';
import { call, doneOrRefused, type Done } from './call.ts';
import type { Opened, Session } from './contract.ts';

/** What a manager lets an expert from outside see of one child: chosen entries, until a day. */
export type NewView = { readonly view: string; readonly expert: string; readonly entries: readonly string[]; readonly until: LocalDate };

/** A view that was given of a child, and whether it was taken back. */
export type GivenView = {
  readonly view: string;
  readonly expert: string;
  readonly entries: number;
  readonly until: LocalDate;
  readonly givenAt: string;
  readonly givenBy: string;
  readonly withdrawnAt: string | null;
};
/** A view that is open to the expert today. */
export type OwnView = Pick<GivenView, 'view' | 'entries' | 'until'>;
export type ShownEntry = {
  readonly entry: string;
  readonly step: string;
  readonly happenedOn: LocalDate;
  readonly answers: Readonly<Record<string, unknown>>;
};

export type ExpertViews = {
  /** Refused in words: not a manager, restricted, no expert, too long, or what nobody is shown. */
  readonly giveView: (record: Opened, view: NewView) => Promise<Done>;
  readonly withdrawView: (record: Opened, view: string) => Promise<Done>;
  readonly viewsOf: (record: Opened) => Promise<readonly GivenView[]>;
  /** Of whoever holds no role: what is shown to them today. */
  readonly ownViews: (session: Session) => Promise<readonly OwnView[]>;
  /** The words, which is logged on the child’s record. Nothing: it is over, withdrawn, restricted, or somebody else’s. */
  readonly readView: (session: Session, view: string) => Promise<readonly ShownEntry[]>;
};

type Row = Omit<ShownEntry, 'answers'> & { readonly shared: ShownEntry['answers']; readonly answers: ShownEntry['answers'] };

export const expertViews = (database: Database): ExpertViews => ({
  giveView: ({ person, session }, { view, expert, entries, until }) =>
    doneOrRefused(call(database, session, 'select record.give_view($1, $2, $3, $4, $5, $6)', [view, person, expert, entries, until])),
  withdrawView: ({ session }, view) => doneOrRefused(call(database, session, 'select record.withdraw_view($1, $2)', [view])),
  viewsOf: ({ person, session }) =>
    database.transaction(session, async (sql) => {
      const { rows } = await sql.query<GivenView>(
        'select view, expert, entries, until, given_at as "givenAt", given_by as "givenBy", withdrawn_at as "withdrawnAt" from record.views_of($1)',
        [person],
      );
      return rows;
    }),
  ownViews: (session) =>
    database.transaction(session, async (sql) => {
      const { rows } = await sql.query<OwnView>('select view, entries, until from record.own_views()');
      return rows;
    }),
  readView: (session, view) =>
    database.transaction(session, async (sql) => {
      const { rows } = await sql.query<Row>(
        'select entry, step, happened_on as "happenedOn", shared, answers from record.read_view($1, $2)',
        [session.authority, view],
      );
      return rows.map(({ entry, step, happenedOn, shared, answers }) => ({ entry, step, happenedOn, answers: { ...shared, ...answers } }));
    }),
});
