import { ageAt, date, yearBegan, type LocalDate } from '../../kernel/calendar/dates.ts';
import { schoolYearOf } from '../../kernel/calendar/school-terms.ts';
import type { History } from '../../kernel/step/history.ts';
import { clocksOfRules, lifeOf, lookedAfterOn, timescales } from '../../practice/pathway.ts';
import { countsWithoutSmall, fewest, withoutSmall, type Part } from '../statistics/small-numbers.ts';

/** One looked-after child of school age, as the virtual school knows them in a school year up to a day. */
export type Pupil = {
  readonly person: string;
  /** Years after reception: 0 is reception, -1 nursery. */
  readonly year: number;
  /** As last counted in this school year. */
  readonly attendance: { readonly possible: number; readonly attended: number; readonly upTo: LocalDate } | undefined;
  readonly suspensions: number;
  readonly daysSuspended: number;
  readonly permanent: number;
  /** The education plan that is owed now; undefined: none is. */
  readonly plan: 'inTime' | 'late' | undefined;
  readonly hasNoPlace: boolean;
  /** Pupil premium plus agreed in this financial year, in pounds. */
  readonly premium: number;
};

const planRules: ReadonlySet<string> = new Set(['firstPersonalEducationPlan', 'termlyPersonalEducationPlan']);
const limits = clocksOfRules((rule) => planRules.has(rule));

/** The steps that are read for it, besides those of returns. */
export const virtualSchoolSteps: readonly string[] = [
  ...new Set([
    'schoolAttendance',
    'schoolExclusion',
    'schoolPlace',
    'pupilPremiumPlus',
    ...timescales
      .filter(({ rule }) => planRules.has(rule))
      .flatMap(({ starts, meets, alsoMetBy = [], endedBy }) => [...starts, meets, ...alsoMetBy, ...endedBy].map(({ step }) => step)),
  ]),
];

/** By the age on 31 August: four is reception. */
export const yearIn = (bornOn: LocalDate, on: LocalDate): number => ageAt(bornOn, date(`${schoolYearOf(on).slice(0, 4)}-08-31`)) - 4;

const [youngest, eldest] = [-1, 13];
export const yearWords = (year: number): string => (year === -1 ? 'Nursery' : year === 0 ? 'Reception' : `Year ${year}`);

const numberIn = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** A child as a pupil; undefined: not looked after on the day, or not of an age for nursery or school. */
export function pupilOf(person: string, history: History, on: LocalDate): Pupil | undefined {
  const { bornOn, diedOn } = lifeOf(history);
  if (bornOn === undefined || diedOn !== undefined || !lookedAfterOn(history, on)) return undefined;
  const year = yearIn(bornOn, on);
  if (year < youngest || year > eldest || ageAt(bornOn, on) < 3) return undefined;
  const began = yearBegan(on, '09-01');
  const happened = history.filter(({ happenedOn }) => happenedOn <= on);
  const inYear = happened.filter(({ happenedOn }) => happenedOn >= began);
  const counted = inYear.findLast(({ step }) => step === 'schoolAttendance');
  const excluded = (kind: string) => inYear.filter(({ step, answers }) => step === 'schoolExclusion' && answers['kind'] === kind);
  const suspensions = excluded('suspension');
  const place = happened.findLast(({ step }) => step === 'schoolPlace');
  return {
    person,
    year,
    attendance:
      counted === undefined || numberIn(counted.answers['possible']) === 0
        ? undefined
        : { possible: numberIn(counted.answers['possible']), attended: numberIn(counted.answers['attended']), upTo: counted.happenedOn },
    suspensions: suspensions.length,
    daysSuspended: suspensions.reduce((sum, { answers }) => sum + numberIn(answers['days']), 0),
    permanent: excluded('permanent').length,
    plan: planOf(happened, on),
    hasNoPlace: place?.answers['change'] === 'lost',
    premium: happened
      .filter(({ step, happenedOn }) => step === 'pupilPremiumPlus' && happenedOn >= yearBegan(on, '04-01'))
      .reduce((sum, { answers }) => sum + numberIn(answers['amount']), 0),
  };
}

function planOf(history: History, on: LocalDate): Pupil['plan'] {
  const owed = limits(history).filter(({ metOn, endedOn }) => metOn === undefined && (endedOn === undefined || endedOn > on));
  if (owed.length === 0) return undefined;
  return owed.some(({ dueOn }) => dueOn < on) ? 'late' : 'inTime';
}

/** A row of the table; what is undefined is not shown, since somebody could be known by it. */
export type Row = {
  readonly title: string;
  readonly year: number | undefined;
  readonly pupils: number | undefined;
  /** In 100 of the sessions that were possible. */
  readonly attendance: number | undefined;
  readonly missedMuch: number | undefined;
  readonly suspended: number | undefined;
  readonly excluded: number | undefined;
  readonly plansInTime: number | undefined;
  readonly noPlace: number | undefined;
  readonly premium: number | undefined;
};

/** Persistent absence, as the Department counts it: a tenth of the sessions or more were missed. */
export const missesMuch = ({ attendance }: Pupil): boolean => attendance !== undefined && attendance.attended <= 0.9 * attendance.possible;

const shareOf = (pupils: readonly Pupil[]): number | undefined => {
  const counted = pupils.flatMap(({ attendance }) => attendance ?? []);
  const possible = counted.reduce((sum, one) => sum + one.possible, 0);
  return counted.length < fewest || possible === 0 ? undefined : (100 * counted.reduce((sum, one) => sum + one.attended, 0)) / possible;
};

const poundsOf = (pupils: readonly Pupil[]): number => pupils.reduce((sum, { premium }) => sum + premium, 0);

/** The pupils by school year, and all together. Heads and analysts look behind it child by child, by their own right to each record; the table shows no number by which a child could be known. */
export function rowsOf(pupils: readonly Pupil[]): readonly Row[] {
  const years = [...new Set(pupils.map(({ year }) => year))].toSorted((a, b) => a - b);
  const groups = years.map((year) => pupils.filter((one) => one.year === year));
  const shown = countsWithoutSmall(groups.map(({ length }) => length));
  const partsOf = (counts: (pupil: Pupil) => boolean, among: (pupil: Pupil) => boolean = () => true): readonly (number | undefined)[] =>
    withoutSmall(
      groups.map((some, n): Part => ({ title: String(n), n: some.filter(counts).length, among: some.filter(among).length })),
    ).map(({ n }) => n);
  const columns = {
    missedMuch: partsOf(missesMuch, ({ attendance }) => attendance !== undefined),
    suspended: partsOf(({ suspensions }) => suspensions > 0),
    excluded: partsOf(({ permanent }) => permanent > 0),
    plansInTime: partsOf(
      ({ plan }) => plan === 'inTime',
      ({ plan }) => plan !== undefined,
    ),
    noPlace: partsOf(({ hasNoPlace }) => hasNoPlace),
  };
  return [
    ...groups.map((some, n) => ({
      title: yearWords(years[n] ?? 0),
      year: years[n],
      pupils: shown[n],
      attendance: shown[n] === undefined ? undefined : shareOf(some),
      missedMuch: columns.missedMuch[n],
      suspended: columns.suspended[n],
      excluded: columns.excluded[n],
      plansInTime: columns.plansInTime[n],
      noPlace: columns.noPlace[n],
      premium: shown[n] === undefined ? undefined : poundsOf(some),
    })),
    wholeOf(pupils),
  ];
}

/** All together: a number of one to four is not shown. */
function wholeOf(pupils: readonly Pupil[]): Row {
  const whole = (counts: (pupil: Pupil) => boolean): number | undefined => {
    const n = pupils.filter(counts).length;
    return n > 0 && n < fewest ? undefined : n;
  };
  return {
    title: 'All',
    year: undefined,
    pupils: pupils.length,
    attendance: shareOf(pupils),
    missedMuch: whole(missesMuch),
    suspended: whole(({ suspensions }) => suspensions > 0),
    excluded: whole(({ permanent }) => permanent > 0),
    plansInTime: whole(({ plan }) => plan === 'inTime'),
    noPlace: whole(({ hasNoPlace }) => hasNoPlace),
    premium: pupils.length < fewest ? undefined : poundsOf(pupils),
  };
}
