import type { LocalDate } from '../kernel/calendar/dates.ts';
import { whatStands, type History, type Line } from '../kernel/step/history.ts';
import { knownBy } from '../kernel/derivation/known-by.ts';
import type { Client, Database } from '../platform/database.ts';
import type { Derivation, Session, Standing } from './contract.ts';
import { historyFrom, withMerged } from './merged.ts';
import { settledBy } from './reading.ts';
import { asLines, byPerson, type LineRow } from './rows.ts';
import { asOwnerOf } from './verify.ts';

/** Who asks for a return: a session that may (analysts, heads of service; of Annex A also inspectors), or the owner of the database for an authority. */
export type Asking = { readonly database: Database; readonly session: Session } | { readonly owner: Database; readonly authority: number };

export type AskedReturn = {
  readonly derivation: Derivation;
  /** The steps that the return tells: nothing of any other is read. */
  readonly steps: readonly string[];
  /** What is logged of it: which return, of which year. */
  readonly question: Readonly<Record<string, unknown>>;
  /** As known at: an ISO instant. Absent: now. */
  readonly knownAt?: string | undefined;
};

export type Told = { readonly person: string; readonly history: History };

export const askedOf = <T>(asking: Asking, work: (sql: Client) => Promise<T>): Promise<T> =>
  'owner' in asking ? asOwnerOf(asking.owner, asking.authority, work) : asking.database.transaction(asking.session, work);

/** By member of staff, the number under which Social Work England knows them. Refused (SL001) to whoever may not build a return. */
export async function registrationsOf(asking: Asking): Promise<ReadonlyMap<string, string>> {
  const { rows } = await askedOf(asking, (sql) =>
    sql.query<{ member: string; registration: string }>('select member, registration from record.registrations()'),
  );
  return new Map(rows.map(({ member, registration }) => [member, registration]));
}

/** How many restricted records an inspector is not told of in Annex A; `few`: one to four, a number that might give somebody away. To others nothing is left out. */
export type LeftOut = number | 'few';

export const leftOutOfAnnex = (database: Database, session: Session): Promise<LeftOut> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<{ n: number | null }>('select record.annex_left_out() as n');
    return rows[0]?.n ?? 'few';
  });

const together = 400;

/**
 * What stands of everybody as known at one instant, in the order of the numbers under which they are returned: person by person, so that memory does
 * not grow. Refused (SL001) to whoever may not build a return. What a merged record says is told of the one into which it was merged.
 */
export async function* toldOfEverybody(asking: Asking, { derivation, steps, question, knownAt }: AskedReturn): AsyncGenerator<Told> {
  const at = await settledBy('owner' in asking ? asking.owner : asking.database, knownAt ?? new Date().toISOString());
  const { rows } = await askedOf(asking, (sql) =>
    sql.query<{ person: string }>('select person from record.return_people($1)', [{ ...question, knownAt: at }]),
  );
  for (let from = 0; from < rows.length; from += together) {
    const people = rows.slice(from, from + together).map(({ person }) => person);
    yield* await askedOf(asking, (sql) => toldOf(sql, people, { derivation, steps, at }));
  }
}

/** The same of the one child whom an authority returns under this number; undefined: there is none. */
export async function toldOfOne(
  asking: Asking,
  number: string,
  { derivation, steps, question, knownAt }: AskedReturn,
): Promise<Told | undefined> {
  const at = await settledBy('owner' in asking ? asking.owner : asking.database, knownAt ?? new Date().toISOString());
  return askedOf(asking, async (sql) => {
    const { rows } = await sql.query<{ person: string }>('select person from record.return_person($1, $2)', [
      { ...question, knownAt: at },
      number,
    ]);
    const told = await toldOf(
      sql,
      rows.map(({ person }) => person),
      { derivation, steps, at },
    );
    return told[0];
  });
}

export type Reading = { readonly derivation: Derivation; readonly steps: readonly string[]; readonly at: string | null };

/** The chains of these people and of the records merged into them. */
export async function chainsTold(
  sql: Client,
  people: readonly string[],
  { derivation, steps, at }: Reading,
): Promise<ReadonlyMap<string, readonly Line[]>> {
  const read = [...new Set([...steps, derivation.mergeStep])];
  const chainsOf = async (some: readonly string[]): Promise<ReadonlyMap<string, readonly LineRow[]>> =>
    byPerson((await sql.query<LineRow>('select * from record.return_chains($1, $2, $3)', [some, read, at])).rows);
  const rows = await withMerged(derivation, await chainsOf(people), asLines, chainsOf);
  return new Map([...rows].map(([person, chain]) => [person, asLines(chain)]));
}

/** Of those whose record was not merged into another. */
export function toldFrom(derivation: Derivation, lines: ReadonlyMap<string, readonly Line[]>, people: readonly string[]): readonly Told[] {
  const chainOf = (person: string): readonly Line[] => lines.get(person) ?? [];
  const isMerged = (person: string): boolean => derivation.merges(whatStands(chainOf(person))).into !== undefined;
  return people.filter((person) => !isMerged(person)).map((person) => ({ person, history: historyFrom(derivation, chainOf, person) }));
}

export const toldOf = async (sql: Client, people: readonly string[], reading: Reading): Promise<readonly Told[]> =>
  toldFrom(reading.derivation, await chainsTold(sql, people, reading), people);

/** What a rule of a return finds wrong in a record, since the day from which it stands: its code, and the entries that would mend it. No words of the record. */
export type KeptFinding = {
  /** Of which return: the children in need census, or that of children looked after. */
  readonly return: 'cin' | 'ssda903';
  readonly code: string;
  readonly fields: readonly string[];
  readonly entries: readonly string[];
  readonly since: string;
  /** The entry that explains it. */
  readonly explainedBy?: string;
  /** Of the return of the year just over (2025-26); absent: of this year’s. */
  readonly year?: string;
};

/** What stands of a record, and what stood of it at the end of an earlier day. */
export type ToldOverTime = { readonly history: History; readonly on: (day: LocalDate) => History };

export type ReturnCheck = {
  readonly derivation: Derivation;
  readonly steps: readonly string[];
  /** What is asked, in one word: the same record, asked the same, is not looked at again. */
  readonly asked: string;
  readonly find: (record: ToldOverTime, before: readonly KeptFinding[]) => readonly KeptFinding[];
  /** Whom the record names for what they record themselves. */
  readonly named: (history: History) => readonly NamedForReturn[];
};

/** A member whom a record names: who reviews the child's care or chairs the conference, or the personal adviser. */
export type NamedForReturn = { readonly member: string; readonly place: 'officer' | 'adviser' };

type Unchecked = { readonly person: string; readonly position: number; readonly findings: readonly KeptFinding[] };

/** Looks at some of the records that have grown since they were looked at, or were asked otherwise. @returns how many; 0: all have been */
export const checkSomeReturns = (owner: Database, authority: number, check: ReturnCheck): Promise<number> =>
  checkAll(owner, authority, check, 'select * from record.return_unchecked($1, $2)', together);

/** The same of these people alone: nothing of anybody else is read. */
export async function checkReturnsOf(owner: Database, authority: number, check: ReturnCheck, people: readonly string[]): Promise<void> {
  for (let from = 0; from < people.length; from += together)
    await checkAll(owner, authority, check, 'select * from record.return_grown($1, $2)', people.slice(from, from + together));
}

/** `whose`: asks who is to be looked at, by what is asked and this. */
function checkAll(owner: Database, authority: number, check: ReturnCheck, whose: string, of: unknown): Promise<number> {
  const { derivation, steps, find, named } = check;
  return asOwnerOf(owner, authority, async (sql) => {
    const { rows } = await sql.query<Unchecked>(whose, [check.asked, of]);
    if (rows.length === 0) return 0;
    const people = rows.map(({ person }) => person);
    const chains = await chainsTold(sql, people, { derivation, steps, at: null });
    const histories = new Map(toldFrom(derivation, chains, people).map(({ person, history }) => [person, history]));
    const kept = rows.map(({ person, position, findings }) => {
      const history = histories.get(person) ?? [];
      const on = (day: LocalDate): History => historyFrom(derivation, (one) => knownBy(chains.get(one) ?? [], day), person);
      return { person, position, findings: find({ history, on }, findings), named: named(history) };
    });
    await sql.query('select record.keep_return_checked($1, $2)', [check.asked, JSON.stringify(kept)]);
    return rows.length;
  });
}

/** Which return of which year a head of service signed, such as `cin 2025-26`. */
export const signedReturns = (owner: Database, authority: number): Promise<ReadonlySet<string>> =>
  asOwnerOf(owner, authority, async (sql) => {
    await sql.query('set local role record_owner');
    const { rows } = await sql.query<{ signed: string }>(
      `select distinct r.return || ' ' || r.year as signed from record.prepared_return r
       join record.return_signature s on s.authority = r.authority and s.prepared = r.prepared where r.authority = record.authority()`,
    );
    return new Set(rows.map(({ signed }) => signed));
  });

/** `place`: how the session stands to the child. To the duty team what nobody else is here for. */
export type OwnFindings = {
  readonly person: string;
  readonly findings: readonly KeptFinding[];
  readonly place: 'worker' | 'manager' | 'duty' | NamedForReturn['place'];
};

/** Those of the session's own children, to managers of their teams', to whom a record names, and to the duty team of those for whom nobody else is here. */
export const ownReturnFindings = (database: Database, session: Session): Promise<readonly OwnFindings[]> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<OwnFindings>('select person, findings, place from record.own_return_findings()');
    return rows;
  });

/** Of a restricted child there is neither `person` nor `state`. */
export type OpenFindings = {
  readonly person: string | null;
  readonly state: Standing | null;
  readonly team: string | null;
  readonly findings: readonly KeptFinding[];
  /** Who hears of it in their day. */
  readonly waitsFor: 'worker' | 'manager' | 'duty';
  /** By the entry that explains a finding: why the record is right as it is. */
  readonly explanations?: Readonly<Record<string, string>>;
};

/** Those of the whole service, to analysts and heads of service; to others none. */
export const openReturnFindings = (database: Database, session: Session): Promise<readonly OpenFindings[]> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<OpenFindings>(
      'select person, state, team, findings, waits_for as "waitsFor" from record.open_return_findings()',
    );
    return rows;
  });

/** By the entry, why a record is right as it is, in its words as they were last corrected: of none that was struck out, or is restricted to others, sealed or destroyed today. Refused (SL001) to whoever may not build a return. */
export async function explanationsTold(
  { database, session }: { readonly database: Database; readonly session: Session },
  entries: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (entries.length === 0) return new Map();
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<{ entry: string; words: string }>('select entry, words from record.explanations_told($1)', [[...new Set(entries)]]),
  );
  return new Map(rows.map(({ entry, words }) => [entry, words]));
}

/** The words of the explanations that findings name, beside them. */
export async function withExplanations(
  asking: { readonly database: Database; readonly session: Session },
  open: readonly OpenFindings[],
): Promise<readonly OpenFindings[]> {
  const named = ({ person, findings }: OpenFindings): readonly string[] =>
    person === null ? [] : findings.flatMap(({ explainedBy }) => explainedBy ?? []);
  const words = await explanationsTold(asking, open.flatMap(named));
  return open.map((one) => {
    const told = named(one).flatMap((entry) => (words.has(entry) ? [[entry, words.get(entry) ?? ''] as const] : []));
    return told.length === 0 ? one : { ...one, explanations: Object.fromEntries(told) };
  });
}
