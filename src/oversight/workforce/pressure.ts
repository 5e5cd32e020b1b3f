import { addDays, type LocalDate } from '../../kernel/calendar/dates.ts';
import { stateOf } from '../../kernel/step/clock.ts';
import { clocksUnder } from '../../practice/pathway.ts';
import type { RecordingLag } from '../../record/recording-lag.ts';
import type { ToldWeek } from '../../record/recording-sums.ts';
import { capacityOf, caseloadOf, type CarriedChild } from './caseload.ts';
import { yearTo } from './establishment.ts';
import { absenceOn, spellOn, type StaffMember } from './staff.ts';
import type { Standard } from './standard.ts';

/** How long a team looks back on supervision. */
const supervisionDays = 91;

const supervisionClocks = clocksUnder(new Set(['staffSupervision']));

/** So many of so many. */
export type Share = { readonly n: number; readonly among: number };

/** What presses on the people of a team, on a day: a call for help, not a mark. Of children and hours, sums of the team; nobody by name. */
export type Pressure = {
  /** Whom one manager supervises. */
  readonly people: number;
  readonly isOverSpan: boolean;
  /** In three months: supervisions that took place, of those that took place or were put off. */
  readonly held: Share;
  /** Of the people, those of whom the next supervision is late on the day. */
  readonly late: Share;
  readonly children: number;
  /** Those who have children, and their hours. */
  readonly carriers: number;
  readonly weighted: number;
  readonly most: number;
  /** Of those who have children, those who carry more than the standard says. */
  readonly over: Share;
  /** Recorded on the day or the next, of what was recorded in four weeks; undefined: not told of so few. */
  readonly prompt: Share | undefined;
  /** Hours of recording, of hours of contract, in the last week that is told; undefined: not told of so few. */
  readonly recording: Share | undefined;
  readonly incidents: number;
  readonly alone: number;
};

export type AskedOf = {
  readonly staff: readonly StaffMember[];
  readonly carried: readonly CarriedChild[];
  readonly lags: readonly RecordingLag[];
  readonly weeks: readonly ToldWeek[];
  readonly standard: Standard;
  /** Of the usual, as the programme of somebody's own induction says, by member. */
  readonly percents?: ReadonlyMap<string, number>;
  readonly today: LocalDate;
  readonly at: Date;
};

type There = { readonly one: StaffMember; readonly spell: NonNullable<ReturnType<typeof spellOn>> };

/** Who is employed in a team on a day. */
export const thereOn = (staff: readonly StaffMember[], team: string, on: LocalDate): readonly There[] =>
  staff.flatMap((one) => {
    const spell = spellOn(one, on);
    return spell?.team === team ? [{ one, spell }] : [];
  });

const total = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((sum, one) => sum + of(one), 0);
const tenths = (value: number): number => Math.round(value * 10 + Number.EPSILON) / 10;

function supervisionOf(people: readonly There[], today: LocalDate, at: Date): Pick<Pressure, 'held' | 'late'> {
  const since = addDays(today, -supervisionDays);
  const asked = people.flatMap(({ one }) =>
    one.history.filter(({ step, happenedOn }) => step === 'staffSupervision' && happenedOn > since && happenedOn <= today),
  );
  const late = people.filter(({ one }) => supervisionClocks(one.history).some((clock) => stateOf(clock, today, at) === 'late'));
  return {
    held: { n: asked.filter(({ answers }) => answers['held'] === true).length, among: asked.length },
    late: { n: late.length, among: people.length },
  };
}

function caseloadsOf(people: readonly There[], { carried, standard, percents }: AskedOf) {
  const carrying = people
    .map(({ one, spell }) => ({
      caseload: caseloadOf(one.member, carried, standard),
      most: capacityOf(spell, standard, percents?.get(one.member)).most,
    }))
    .filter(({ caseload }) => caseload.children + caseload.second > 0);
  return {
    children: total(carrying, ({ caseload }) => caseload.children),
    carriers: carrying.length,
    weighted: tenths(total(carrying, ({ caseload }) => caseload.weighted)),
    most: tenths(total(carrying, ({ most }) => most)),
    over: { n: carrying.filter(({ caseload, most }) => caseload.weighted > most).length, among: carrying.length },
  };
}

/** Of one team on a day. */
export function pressureOf(team: string, asked: AskedOf): Pressure {
  const { staff, lags, weeks, standard, today, at } = asked;
  const there = thereOn(staff, team, today);
  const people = there.filter(({ spell }) => spell.grade !== 'manager');
  const lag = lags.find((one) => one.kind === 'team' && one.team === team);
  const week = weeks.filter((one) => one.team === team).toSorted((a, b) => b.week.localeCompare(a.week))[0];
  const hours = total(
    people.filter(({ one }) => absenceOn(one, today) === undefined),
    ({ spell }) => spell.hours,
  );
  const year = yearTo(today);
  const incidents = there.flatMap(({ one }) =>
    one.history.filter(({ step, happenedOn }) => step === 'safetyIncident' && happenedOn >= year.from && happenedOn <= year.to),
  );
  return {
    people: people.length,
    isOverSpan: people.length > standard.span,
    ...supervisionOf(people, today, at),
    ...caseloadsOf(people, asked),
    prompt: lag === undefined ? undefined : { n: lag.prompt, among: lag.entries },
    recording: week === undefined || hours === 0 ? undefined : { n: week.seconds / 3600, among: tenths(hours) },
    incidents: incidents.length,
    alone: incidents.filter(({ answers }) => answers['alone'] === true).length,
  };
}

const added = (shares: readonly Share[]): Share => ({ n: total(shares, ({ n }) => n), among: total(shares, ({ among }) => among) });
const addedWhereTold = (shares: readonly (Share | undefined)[]): Share | undefined => {
  const told = shares.filter((one) => one !== undefined);
  return told.length === 0 ? undefined : added(told);
};

/** Of several teams together: what leaders read of an area, in which no manager stands alone. `isOverSpan`: of any. */
export const pressureTogether = (all: readonly Pressure[]): Pressure => ({
  people: total(all, ({ people }) => people),
  isOverSpan: all.some(({ isOverSpan }) => isOverSpan),
  held: added(all.map(({ held }) => held)),
  late: added(all.map(({ late }) => late)),
  children: total(all, ({ children }) => children),
  carriers: total(all, ({ carriers }) => carriers),
  weighted: tenths(total(all, ({ weighted }) => weighted)),
  most: tenths(total(all, ({ most }) => most)),
  over: added(all.map(({ over }) => over)),
  prompt: addedWhereTold(all.map(({ prompt }) => prompt)),
  recording: addedWhereTold(all.map(({ recording }) => recording)),
  incidents: total(all, ({ incidents }) => incidents),
  alone: total(all, ({ alone }) => alone),
});
