import { addDays, type LocalDate } from '../src/kernel/calendar/dates.ts';
import { addWorkingDays, isWorkingDay } from '../src/kernel/calendar/working-days.ts';
import { stepNamed } from '../src/practice/pathway.ts';
import type { DemoStaff, DemoTeam } from './authority.ts';
import { idFrom, type Chance } from './chance.ts';
import type { DemoChild } from './household.ts';
import type { Supervised } from './supervision-days.ts';
import type { Theme } from './words/themes.ts';
import type { Turns } from './words/turns.ts';

/** One entry, by whom it was recorded and on which day. */
export type DemoEntry = {
  readonly entry: string;
  readonly step: string;
  readonly happenedOn: LocalDate;
  readonly shared: Readonly<Record<string, unknown>>;
  readonly about: readonly { readonly person: string; readonly answers: Readonly<Record<string, unknown>> }[];
  /** The entry that this one corrects, for everybody it is about. */
  readonly corrects?: string;
  /** Why it was corrected. */
  readonly because?: string;
  readonly recordedBy: string;
  readonly recordedOn: LocalDate;
};

type Stated = {
  readonly entry: string;
  readonly step: string;
  readonly on: LocalDate;
  /** The child, or the file that is nobody's child record. */
  readonly of: string;
  readonly by: string;
  readonly shared: DemoEntry['shared'];
};

/** What is said of one child or in one file, on record on the day on which it happened. */
export const entryOf = ({ entry, step, on, of, by, shared }: Stated): DemoEntry => ({
  entry,
  step,
  happenedOn: on,
  shared,
  about: [{ person: of, answers: {} }],
  recordedBy: by,
  recordedOn: on,
});

/** Brothers and sisters: one child at least; what is said of all of them is said once. */
export type DemoFamily = {
  readonly n: number;
  readonly people: readonly string[];
  /** How many of them are on a child protection plan, and how many looked after, today. */
  readonly onPlan: number;
  readonly inCare: number;
  readonly entries: readonly DemoEntry[];
};

/** Who has the case from a day on; no worker: the team has it, and nobody is named. */
export type Holding = { readonly from: LocalDate; readonly team: DemoTeam; readonly worker?: string };

export type Telling = {
  readonly n: number;
  readonly chance: Chance;
  readonly turn: Turns;
  readonly staff: DemoStaff;
  readonly today: LocalDate;
  /** By whom each member of staff is supervised, and on which days. */
  readonly supervision: ReadonlyMap<string, Supervised>;
  /** The last day that is told: yesterday. What happens today is for those who use the demonstration to record. */
  readonly until: LocalDate;
  readonly children: readonly DemoChild[];
  readonly theme: Theme;
  readonly reviewer: string;
  /** The assessment team of the area: it answers for the case until another holds it. */
  readonly front: DemoTeam;
  readonly entries: DemoEntry[];
  readonly holdings: Holding[];
};

export type Said = {
  readonly step: string;
  readonly on: LocalDate;
  readonly shared: Readonly<Record<string, unknown>>;
  readonly by?: string;
  /** Absent: everybody, with nothing of their own. */
  readonly about?: DemoEntry['about'];
  /** Working days until it was written up. */
  readonly late?: number;
  /** Or the day on which it was stated, when that is not the day on which it happened. */
  readonly recordedOn?: LocalDate;
  readonly corrects?: string;
  readonly because?: string;
};

/** Adds an entry, unless by yesterday it had not happened or was not written up. @returns its id, if it was said */
export function say(
  telling: Telling,
  { step, on, shared: said, by, about, late = 0, recordedOn: statedOn, corrects, because }: Said,
): string | undefined {
  const recordedOn = statedOn ?? addWorkingDays(on, late);
  if (recordedOn > telling.until) return undefined;
  const { shared, own } = apart(step, said);
  const everybody = about ?? telling.children.map(({ person }) => ({ person, answers: {} }));
  const entry = idFrom('entry', telling.n, step, telling.entries.length);
  telling.entries.push({
    entry,
    step,
    happenedOn: on,
    shared,
    about: everybody.map(({ person, answers }) => ({ person, answers: { ...own, ...answers } })),
    ...(corrects === undefined ? {} : { corrects }),
    ...(because === undefined ? {} : { because }),
    recordedBy: by ?? recorderOf(telling, step, statedOn ?? on),
    recordedOn,
  });
  return entry;
}

/** What is said once of several children, where the step asks it of each, is each one’s own. */
function apart(step: string, said: Said['shared']): { readonly shared: Said['shared']; readonly own: Said['shared'] } {
  const each = stepNamed(step)?.each ?? {};
  const part = (isOwn: boolean) => Object.fromEntries(Object.entries(said).filter(([name]) => Object.hasOwn(each, name) === isOwn));
  return { shared: part(false), own: part(true) };
}

/** Who has the case on a day: `undefined` before it is allocated. */
export const holdingOn = ({ holdings }: Telling, on: LocalDate): Holding | undefined => holdings.findLast(({ from }) => from <= on);

/** The social worker of the day; somebody of the team where nobody is named; duty before it is allocated. */
export function workerOn(telling: Telling, on: LocalDate): string {
  const holding = holdingOn(telling, on);
  if (holding === undefined) return telling.staff.duty;
  return holding.worker ?? holding.team.workers[telling.n % holding.team.workers.length] ?? holding.team.manager;
}

/** Whoever has the case; what a lead of family help may not record, the manager who oversees it does. */
function recorderOf(telling: Telling, step: string, on: LocalDate): string {
  const worker = workerOn(telling, on);
  const isLead = telling.staff.leads.some(({ member }) => member === worker);
  return isLead && stepNamed(step)?.may.record.includes('leadPractitioner') !== true ? managerOn(telling, on) : worker;
}

export const managerOn = (telling: Telling, on: LocalDate): string => (holdingOn(telling, on)?.team ?? telling.front).manager;

/** Of one child alone, and not of the brothers and sisters. */
export const aboutOne = ({ person }: Pick<DemoChild, 'person'>) => ({ about: [{ person, answers: {} }] });

/** Whether something drifts on a day: most things are in time, and lateness is where a team is short of staff. */
export const drifts = (telling: Telling, on: LocalDate, steady: number, stretched: number): boolean =>
  telling.chance.happens((holdingOn(telling, on)?.team ?? telling.front).isStretched ? stretched : steady);

/** The day itself, or the last working day before it. */
export const workingDayBefore = (on: LocalDate): LocalDate => (isWorkingDay(on) ? on : addWorkingDays(on, -1));
/** The day itself, or the first working day after it. */
export const workingDayAfter = (on: LocalDate): LocalDate => (isWorkingDay(on) ? on : addWorkingDays(on, 1));

export const isBornOn = ({ bornOn }: DemoChild, on: LocalDate): boolean => bornOn !== undefined && bornOn <= on;

export const daysAgo = (today: LocalDate, days: number): LocalDate => addDays(today, -days);
