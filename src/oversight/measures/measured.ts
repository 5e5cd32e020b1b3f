import { addDays, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History } from '../../kernel/step/history.ts';
import { timescales } from '../../practice/pathway.ts';
import { annexSteps } from '../../returns/annex-a/annex.ts';
import { isIn } from '../../returns/rule/period.ts';
import { arrivalsOf, type Arrival } from '../demand/arrivals.ts';
import { demandSince } from '../demand/demand.ts';
import { pupilOf, virtualSchoolSteps, type Pupil } from '../virtual-school/virtual-school.ts';
import type { Measure, Stand } from './measure.ts';
import { isMeasuredRule, measuredChild, yearTo, type MeasuredChild } from './measured-child.ts';
import { measures } from './measures.ts';
import { counted, monthEnd, monthEndsTo, shown } from './months.ts';

/** So many of so many in a month (events) or at its end (how children stand), of one team. */
export type Tally = {
  readonly measure: string;
  readonly month: LocalDate;
  readonly team: string | undefined;
  readonly n: number;
  readonly among: number;
  readonly apart: number;
};

/** One that is counted now: the child, and the entry that says so. */
export type Behind = {
  readonly measure: string;
  readonly person: string;
  readonly team: string | undefined;
  readonly on: LocalDate;
} & Stand;

/** Everything that measures count of a record as it was known at the end of a day. */
export type Measured = {
  readonly on: LocalDate;
  readonly tallies: readonly Tally[];
  readonly behind: readonly Behind[];
  /** Of the years that demand looks back on. */
  readonly arrivals: readonly Arrival[];
  /** Of the virtual school. */
  readonly pupils: readonly Pupil[];
};

/** The steps that are read for it: those of Annex A and of the returns, and those by which limits begin, are met and end; and what is told of schools. */
export const measureSteps: readonly string[] = [
  ...new Set([
    ...annexSteps,
    ...virtualSchoolSteps,
    ...timescales
      .filter(({ rule }) => isMeasuredRule(rule))
      .flatMap(({ starts, meets, alsoMetBy = [], endedBy }) => [...starts, meets, ...alsoMetBy, ...endedBy].map(({ step }) => step)),
  ]),
];

type Told = { readonly person: string; readonly history: History };
type Sums = Map<string, { -readonly [K in keyof Tally]: Tally[K] }>;

/** Counts child by child, so that memory grows with what is counted and not with the record. */
export async function measure(told: AsyncIterable<Told>, on: LocalDate): Promise<Measured> {
  const sums: Sums = new Map();
  const behind: Behind[] = [];
  const arrivals: Arrival[] = [];
  const pupils: Pupil[] = [];
  const asked = askedOn(on);
  for await (const { person, history } of told) {
    const child = measuredChild(history, on);
    const pupil = pupilOf(person, history, on);
    if (pupil !== undefined) pupils.push(pupil);
    arrivals.push(...arrivalsOf(child, person, asked.arrivedSince));
    for (const one of measures)
      for (const found of countedIn(one, child, asked, sums)) behind.push({ ...found, measure: one.name, person });
  }
  return { on, tallies: [...sums.values()], behind, arrivals, pupils };
}

type Counted = Omit<Behind, 'measure' | 'person'>;

/** The days and months that are asked of each child: the same for all of them. */
const askedOn = (on: LocalDate) => ({
  on,
  months: monthEndsTo(on, shown),
  /** The first day whose events are counted. */
  since: addDays(monthEndsTo(on, counted + 1)[0] ?? on, 1),
  year: yearTo(on),
  arrivedSince: demandSince(on),
});
type Asked = ReturnType<typeof askedOn>;

/** @returns what is counted now: events of the twelve months to the day, or how the child stands on it */
function countedIn(one: Measure, child: MeasuredChild, { on, months, since, year }: Asked, sums: Sums): readonly Counted[] {
  if (one.counts === 'events') {
    const events = one.of(child).filter((event) => event.on >= since && event.on <= on);
    const found = events.map((event) => ({ ...event, team: child.teamOn(event.on) }));
    for (const event of found) add(sums, one.name, monthEnd(event.on), event);
    return found.filter((event) => isIn(event.on, year));
  }
  for (const month of months) {
    const stand = one.of(child, month);
    if (stand !== undefined) add(sums, one.name, month, { ...stand, team: child.teamOn(month) });
  }
  const now = one.of(child, on);
  return now === undefined ? [] : [{ ...now, on, team: child.teamOn(on) }];
}

function add(sums: Sums, measure: string, month: LocalDate, { isIn: is, team }: Pick<Counted, 'isIn' | 'team'>): void {
  const key = `${measure} ${month} ${team ?? ''}`;
  const sum = sums.get(key) ?? { measure, month, team, n: 0, among: 0, apart: 0 };
  sums.set(key, sum);
  if (is === undefined) sum.apart += 1;
  else sum.among += 1;
  if (is === true) sum.n += 1;
}
