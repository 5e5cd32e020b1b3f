import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { PlaceInLine } from '../kernel/derivation/line-of-a-case.ts';
import { whatStands, type History, type Line } from '../kernel/step/history.ts';
import type { Database } from '../platform/database.ts';
import type { Session } from './contract.ts';
import { settledBy } from './reading.ts';
import { askedOf, type Asking } from './returns.ts';
import { asLines, type LineRow } from './rows.ts';

/** A staff file as it is told to whoever counts: of a manager’s own people, or of everybody; answers without words. */
export type ToldStaff = { readonly member: string; readonly history: History };

/** What is carried: of one child codes and days, and nobody’s name. */
export type Carried = {
  readonly worker?: string;
  readonly workerSince?: LocalDate;
  /** Told to whoever counts alone, in place of who it was: the worker works here no more. */
  readonly workerLeft?: boolean;
  readonly unallocatedSince?: LocalDate;
  readonly seconds?: readonly string[];
  readonly team?: string;
  readonly family?: number;
  readonly openSince?: LocalDate;
  readonly helpSince?: LocalDate;
  readonly inNeedPlanSince?: LocalDate;
  readonly onPlanSince?: LocalDate;
  readonly lookedAfterSince?: LocalDate;
  readonly careLeaverUntil?: LocalDate;
  readonly leftCareOn?: LocalDate;
  readonly courtSince?: LocalDate;
  readonly miles?: number;
};

/** Somebody who works here no more, and their last day. */
export type LeftMember = { readonly member: string; readonly leftOn: LocalDate };

/** Of so many who were asked how many named each reason: a number, or that it was a few or nearly all of them. */
export type ReasonsToGo = { readonly asked: number; readonly named: ReadonlyMap<string, number | 'few' | 'nearlyAll'> };

/** Somebody of whom it is asked whether they stand in the line of a child’s case on a day. */
export type AskedOfLine = { readonly person: string; readonly member: string; readonly on: LocalDate };
export type InLine = AskedOfLine & { readonly place: PlaceInLine };

/** A team as it was known at an instant: the name, the area, and the members who managed it. */
export type KnownTeam = { readonly id: string; readonly name: string; readonly area: string; readonly managers: readonly string[] };

export type Workforce = {
  /** What stands in staff files of these steps, as known at an instant (absent: now); to an analyst as a month had it that is over, but for the census. Refused (SL001) to whoever is told of none; logged as a list is. */
  readonly staffTold: (session: Session, steps: readonly string[], knownAt?: string) => Promise<readonly ToldStaff[]>;
  /** What is carried, as known at an instant (absent: now): of the whole service, of a manager’s teams and people, or of oneself; to an analyst as the month had it that is over. */
  readonly carried: (session: Session, knownAt?: string) => Promise<readonly Carried[]>;
  /** Of each child and colleague asked of, those in the line of the case on the day: of children in one’s lists or opened alone, and nothing of whoever stands outside it. */
  readonly placesInLine: (session: Session, asked: readonly AskedOfLine[]) => Promise<readonly InLine[]>;
  /** Why people left in the twelve months to an instant (absent: now), of five who were asked at least; to heads of service and analysts, to anybody else undefined. */
  readonly reasonsToGo: (session: Session, knownAt?: string) => Promise<ReasonsToGo | undefined>;
  /** Which teams there were, and who managed them, as it was known at an instant (absent: now); what was told first holds of before. */
  readonly teamsKnown: (session: Session, knownAt?: string) => Promise<readonly KnownTeam[]>;
  /** Who has left, to managers and heads of service; to anybody else nobody. */
  readonly leftMembers: (session: Session) => Promise<readonly LeftMember[]>;
};

export const workforce = (database: Database): Workforce => ({
  staffTold: (session, steps, knownAt) => staffTold({ database, session }, steps, knownAt),
  carried: (session, knownAt) => carriedBy({ database, session }, { knownAt, isCensus: false }),
  placesInLine: (session, asked) => placesInLine(database, session, asked),
  leftMembers: (session) => leftMembers(database, session),
  teamsKnown: (session, knownAt) => teamsKnown(database, session, knownAt),
  reasonsToGo: (session, knownAt) => reasonsToGo(database, session, knownAt),
});

type StaffRow = LineRow & { readonly member: string };

const instantOf = async (asking: Asking, knownAt: string | undefined): Promise<string | null> =>
  knownAt === undefined ? null : settledBy('owner' in asking ? asking.owner : asking.database, knownAt);

/** The same for the owner of the database, who builds the workforce census by command. */
export const staffTold = async (asking: Asking, steps: readonly string[], knownAt?: string): Promise<readonly ToldStaff[]> =>
  [...(await staffLines(asking, steps, knownAt))].map(([member, lines]) => ({ member, history: whatStands(lines) }));

/** Line by line, by the member: what was corrected or struck out among them. */
export async function staffLines(
  asking: Asking,
  steps: readonly string[],
  knownAt?: string,
): Promise<ReadonlyMap<string, readonly Line[]>> {
  const at = await instantOf(asking, knownAt);
  const { rows } = await askedOf(asking, (sql) => sql.query<StaffRow>('select * from record.workforce_told($1, $2)', [steps, at]));
  return new Map([...Map.groupBy(rows, ({ member }) => member)].map(([member, some]) => [member, asLines(some)]));
}

type AskedOfCarried = { readonly knownAt?: string | undefined; readonly isCensus: boolean };

/** `isCensus`: of each member on the day of the census, to whoever may build it; logged. */
export async function carriedBy(asking: Asking, { knownAt, isCensus }: AskedOfCarried): Promise<readonly Carried[]> {
  const at = await instantOf(asking, knownAt);
  const { rows } = await askedOf(asking, (sql) =>
    sql.query<{ state: Carried }>('select state from record.carried($1, $2)', [at, isCensus]),
  );
  return rows.map(({ state }) => state);
}

/** What stands in the register of posts and standards, to whoever may build a return. Refused (SL001) to anybody else. */
export const registerTold = async (asking: Asking, file: string, steps: readonly string[], knownAt?: string): Promise<History> =>
  whatStands(await registerLines(asking, file, steps, knownAt));

/** The same line by line. */
export async function registerLines(asking: Asking, file: string, steps: readonly string[], knownAt?: string): Promise<readonly Line[]> {
  const at = await instantOf(asking, knownAt);
  const { rows } = await askedOf(asking, (sql) =>
    sql.query<LineRow>('select * from record.return_chains($1, $2, $3)', [[file], steps, at]),
  );
  return asLines(rows);
}

const leftMembers = (database: Database, session: Session): Promise<readonly LeftMember[]> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<LeftMember>('select member, left_on as "leftOn" from record.left_members()');
    return rows;
  });

const teamsKnown = (database: Database, session: Session, knownAt: string | undefined): Promise<readonly KnownTeam[]> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<KnownTeam>(
      `select t.team as id, t.name, coalesce(t.area, '') as area,
         array(select m.member from access.managed_told m where m.authority = t.authority and m.team = t.team and m.told_from <= a.at and m.told_to > a.at order by m.member) as managers
       from access.team_told t cross join (select coalesce($2::timestamptz, now()) as at) a
       where t.authority = $1 and t.told_from <= a.at and t.told_to > a.at order by t.name`,
      [session.authority, knownAt ?? null],
    );
    return rows;
  });

/** `reason` null: so many were asked, and nobody named one. */
type ReasonRow = {
  readonly asked: number;
  readonly reason: string | null;
  readonly n: number | null;
  readonly said: 'few' | 'nearlyAll' | 'number';
};

async function reasonsToGo(database: Database, session: Session, knownAt: string | undefined): Promise<ReasonsToGo | undefined> {
  const at = await instantOf({ database, session }, knownAt);
  const rows = await database.transaction(session, async (sql) => {
    const found = await sql.query<ReasonRow>('select asked, reason, n, said from record.reasons_to_go($1)', [at]);
    return found.rows;
  });
  const [first] = rows;
  if (first === undefined) return undefined;
  return {
    asked: first.asked,
    named: new Map(
      rows.flatMap(({ reason, n, said }) => (reason === null ? [] : [[reason, n ?? (said === 'nearlyAll' ? said : 'few')] as const])),
    ),
  };
}

async function placesInLine(database: Database, session: Session, asked: readonly AskedOfLine[]): Promise<readonly InLine[]> {
  if (asked.length === 0) return [];
  return database.transaction(session, async (sql) => {
    const { rows } = await sql.query<InLine>('select person, member, "on", place from record.places_in_line($1, $2, $3)', [
      asked.map(({ person }) => person),
      asked.map(({ member }) => member),
      asked.map(({ on }) => on),
    ]);
    return rows;
  });
}
