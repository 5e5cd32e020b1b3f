import { createHash } from 'node:crypto';
import { idOf } from '../import/intake/statement.ts';
import { staffFrom, type CensusRow, type NotTaken, type StaffTold } from '../import/workforce-census/staff-from.ts';
import { dayInEngland, type LocalDate } from '../kernel/calendar/dates.ts';
import { standardOn } from '../oversight/workforce/standard.ts';
import { stepNamed, wordingOf } from '../practice/pathway.ts';
import type { NewEntry, Session } from '../record/contract.ts';
import { beginStaffFile, staffUnder, type StaffUnderNumber } from '../record/staff-taken-in.ts';
import { registerTold, staffLines } from '../record/workforce.ts';
import { readGiven } from '../returns/given/read.ts';
import { whichGiven, type GivenFile } from '../returns/given/which.ts';
import { workersTable } from '../returns/workforce-census/census.ts';
import { importerOn } from './importer.ts';
import type { Opened } from './open.ts';
import { registerFile } from './workforce-census.ts';

type Opening = Pick<Opened, 'app' | 'owner'>;
/** What became of the files, by the numbers of social workers. `told`: cells that could not be read, in words. */
export type StaffImported = {
  readonly rows: number;
  readonly taken: readonly string[];
  readonly unchanged: readonly string[];
  readonly notTaken: readonly NotTaken[];
  readonly told: readonly string[];
};
/** `on`: the 30 September of files that do not say it. */
type Manner = { readonly on?: LocalDate; readonly dryRun?: boolean };
type Outcome = { readonly kind: 'taken' | 'unchanged'; readonly number: string } | ({ readonly kind: 'notTaken' } & NotTaken);

/** Takes staff out of workforce censuses, as an administrator of the authority, into staff files in which nothing stands. A worker is taken whole or not at all. */
export async function takeInStaff(opened: Opening, session: Session, files: readonly GivenFile[], manner: Manner): Promise<StaffImported> {
  const asking = { owner: opened.owner, authority: session.authority };
  const read = await rowsIn(files, manner.on);
  const register = await registerTold(asking, registerFile, ['caseloadStandard']);
  const { people, notTaken } = staffFrom(read.rows, standardOn(register, dayInEngland(new Date())).fullTimeHours);
  const numbers = people.map(({ number }) => number);
  const accounts = Map.groupBy(await staffUnder(opened.owner, session.authority, numbers), ({ number }) => number);
  const lines = await staffLines(asking, ['employment', 'employmentEnd', 'staffDetails']);
  const known = new Set([...lines.values()].flat().map(({ entry }) => entry));
  const hash = createHash('sha256')
    .update(Buffer.concat(files.map(({ bytes }) => bytes)))
    .digest('hex')
    .slice(0, 16);
  const outcomes: Outcome[] = [];
  for (const told of people) {
    const whose = whoseIs(told, accounts.get(told.number) ?? []);
    outcomes.push(
      'reason' in whose ? { kind: 'notTaken', ...whose } : await outcomeOf({ opened, session, hash, known, ...manner }, told, whose),
    );
  }
  const numbersOf = (kind: Outcome['kind']) => outcomes.flatMap((one) => (one.kind === kind ? [one.number] : []));
  const left = outcomes.flatMap((one) => (one.kind === 'notTaken' ? [{ at: one.at, number: one.number, reason: one.reason }] : []));
  return {
    rows: read.rows.length + read.notTaken.length,
    taken: numbersOf('taken'),
    unchanged: numbersOf('unchanged'),
    notTaken: [...read.notTaken, ...notTaken, ...left],
    told: read.told,
  };
}

type Taking = Manner & {
  readonly opened: Opening;
  readonly session: Session;
  readonly hash: string;
  /** The entries that stand in staff files. */
  readonly known: ReadonlySet<string>;
};

const hasFile =
  'their staff file says something already, and a census is taken in once: compare it with the record (reconcile), and record in the staff file what it lacks';
const own = 'nobody takes in their own employment: another administrator does';

async function outcomeOf({ opened, session, hash, known, dryRun }: Taking, told: StaffTold, whose: StaffUnderNumber): Promise<Outcome> {
  const { number, at } = told;
  const not = (reason: string): Outcome => ({ kind: 'notTaken', at, number, reason });
  if (!whose.isEmpty) {
    const entries = whose.file === null ? [] : entriesOf(told, whose.file, { session, hash });
    return entries.every(({ entry }) => known.has(entry)) ? { kind: 'unchanged', number } : not(hasFile);
  }
  if (whose.member === session.actor) return not(own);
  if (dryRun === true) return { kind: 'taken', number };
  const file = whose.file ?? (await beginStaffFile(opened.owner, session.authority, whose.member, session.actor));
  const appended = await importerOn(opened.app).record.append(session, entriesOf(told, file, { session, hash }), new Map());
  if (appended.kind === 'appended') return { kind: 'taken', number };
  return not(appended.kind === 'refused' ? appended.message : hasFile);
}

type Read = { readonly rows: readonly CensusRow[]; readonly told: readonly string[]; readonly notTaken: readonly NotTaken[] };

async function rowsIn(files: readonly GivenFile[], on: LocalDate | undefined): Promise<Read> {
  const all: Read[] = [];
  for (const file of files)
    all.push(
      whichGiven(file) === 'workforce-census'
        ? await rowsOf(file, on)
        : { rows: [], notTaken: [], told: [`${file.name}: it is no workforce census, and was not looked at`] },
    );
  return {
    rows: all.flatMap(({ rows }) => rows),
    told: all.flatMap(({ told }) => told),
    notTaken: all.flatMap(({ notTaken }) => notTaken),
  };
}

const noDay = 'the file does not say of which 30 September it is: say it with --on';

async function rowsOf(file: GivenFile, said: LocalDate | undefined): Promise<Read> {
  const { tables, refused, on = said } = await readGiven('workforce-census', [file]);
  const workers = tables.find(({ name }) => name === workersTable);
  const all = (workers?.rows ?? []).map((cells, n) => {
    const cellsSaid = (workers?.heads ?? []).flatMap((head, m) => (cells[m] === undefined ? [] : [[head, String(cells[m])] as const]));
    return { at: `${file.name}, worker ${n + 1}`, said: new Map(cellsSaid) };
  });
  if (on !== undefined) return { told: refused, notTaken: [], rows: all.map((one) => ({ ...one, on })) };
  return { told: refused, rows: [], notTaken: all.map(({ at, said: cells }) => ({ at, number: cells.get('SWENo') ?? '', reason: noDay })) };
}

/** The one account with the number: nobody is made up who has none. */
function whoseIs({ number, at }: StaffTold, [one, ...more]: readonly StaffUnderNumber[]): StaffUnderNumber | NotTaken {
  if (one === undefined)
    return { at, number, reason: `nobody here has an account with this number: member add, then member number ADDRESS ${number}` };
  return more.length === 0 ? one : { at, number, reason: 'several accounts have this number: correct all but one with member number' };
}

type Cited = { readonly session: Session; readonly hash: string };

/** Entries with ids that are the same whenever the same is taken again. */
function entriesOf({ statements }: StaffTold, file: string, { session: { authority }, hash }: Cited): readonly NewEntry[] {
  return statements.flatMap(({ step: name, key, happenedOn, answers }, n) => {
    const step = stepNamed(name);
    if (step === undefined) return [];
    const entry = idOf(authority, file, name, key, JSON.stringify(answers));
    const about = [{ person: file, answers: {} }];
    return [
      { entry, step: name, wording: wordingOf(step), happenedOn, source: `workforce-census:${hash}:${n + 1}`, shared: answers, about },
    ];
  });
}
