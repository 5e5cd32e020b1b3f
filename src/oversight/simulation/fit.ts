import { addDays, addMonths, daysBetween, type LocalDate } from '../../kernel/calendar/dates.ts';
import { isWorkingDay } from '../../kernel/calendar/working-days.ts';
import type { Timescale } from '../../kernel/step/timescale.ts';
import type { StageSum } from '../../record/stage-sums.ts';
import type { Assumptions } from './assumptions.ts';
import { arrivalsFrom, arrivingOf, type Arriving } from './fit-arrivals.ts';
import { durationOf, fewestSpells, nextOf, type Spell } from './fit-duration.ts';
import { wholePost, type Activity, type Capacity, type Duration, type OpenChild, type ServiceModel, type Stage } from './model.ts';
import { clockOrder, limitOf, stageOrder, type ClockName, type StageName } from './stages.ts';

/** What is found in the record, before anything is assumed. */
export type Fitted = {
  readonly until: LocalDate;
  readonly arriving: Arriving;
  /** Undefined: too few came to an end. */
  readonly durations: Readonly<Record<StageName, Duration | undefined>>;
  readonly next: Readonly<Record<StageName, readonly (readonly number[])[]>>;
  /** Stages of which too few came to an end: their length is assumed. */
  readonly assumed: readonly StageName[];
  readonly open: readonly OpenChild[];
  /** Of each team what each worker who is there can do, the largest team first. */
  readonly teams: readonly (readonly Capacity[])[];
  /** Workers who are away for long, and so do nothing of it. */
  readonly awayForLong: number;
  /** Nobody’s worker is on record. */
  readonly isWithoutAllocations: boolean;
};

/** So many years back stages are looked at; arrivals of one alone, since they change. */
export const yearsOfStages = 3;

/** Where the record does not say how long a stage lasts: as long as is assumed, exponentially. */
const assumedDuration = (stage: StageName, given: Assumptions): Duration => ({ table: [0], tableUpTo: 0, tail: given[`${stage}Days`] });

const spellsOf = (sums: readonly StageSum[], stage: StageName): readonly Spell[] =>
  sums.filter((one) => one.kind === 'spell' && one.stage === stage);

const endings = (spells: readonly Spell[]): number => spells.reduce((sum, { next, n }) => sum + (next === null ? 0 : n), 0);

function byStage<T>(of: (stage: StageName) => T): Readonly<Record<StageName, T>> {
  return {
    contact: of('contact'),
    referral: of('referral'),
    assessment: of('assessment'),
    enquiry: of('enquiry'),
    childInNeed: of('childInNeed'),
    protectionPlan: of('protectionPlan'),
    lookedAfter: of('lookedAfter'),
  };
}

function openOf(sums: readonly StageSum[], isWithoutAllocations: boolean): readonly OpenChild[] {
  return sums.flatMap(({ kind, stage, entered, days, n }) => {
    const at = stageOrder.findIndex((name) => name === stage);
    if (kind !== 'open' || at < 0) return [];
    return Array.from({ length: n }, () => ({ stage: at, days, hasWorker: isWithoutAllocations || entered === 1 }));
  });
}

const many = (n: number, one: Capacity): readonly Capacity[] => Array.from({ length: n }, () => one);

/** What a worker can do: by hours and, newly qualified, by what is protected. */
function capacityOf({ entered: lacks, next: protectedTo }: StageSum): Capacity {
  const hours = 1 - lacks / 100;
  return { hours, children: hours * (protectedTo === null ? 1 : Number(protectedTo) / 100) };
}

/** Workers of each team who are there, the largest first; of a record without any so many as have sixteen children each. */
function teamsOf(sums: readonly StageSum[], open: number): readonly (readonly Capacity[])[] {
  const loads = sums.filter(({ kind, entered }) => kind === 'load' && entered < 100);
  const teams = [...Map.groupBy(loads, ({ stage }) => stage).values()].map((some) => some.flatMap((one) => many(one.n, capacityOf(one))));
  return teams.length === 0 ? [many(Math.max(1, Math.ceil(open / 16)), wholePost)] : teams.sort((a, b) => b.length - a.length);
}

/** @param arrivalDays of so many days before `until` arrivals are looked at */
export function fit(sums: readonly StageSum[], until: LocalDate, arrivalDays = 364): Fitted {
  const isWithoutAllocations = !sums.some(({ kind, entered }) => kind === 'open' && entered === 1);
  const open = openOf(sums, isWithoutAllocations);
  const isKnown = (stage: StageName): boolean => endings(spellsOf(sums, stage)) >= fewestSpells;
  return {
    until,
    arriving: arrivingOf(sums, until, arrivalDays, stageOrder),
    durations: byStage((stage) => (isKnown(stage) ? durationOf(spellsOf(sums, stage)) : undefined)),
    next: byStage((stage) => nextOf(spellsOf(sums, stage), stageOrder)),
    assumed: stageOrder.filter((stage) => !isKnown(stage) && spellsOf(sums, stage).length > 0),
    open,
    teams: teamsOf(sums, open.length),
    awayForLong: sums.reduce((sum, { kind, entered, n }) => (kind === 'load' && entered >= 100 ? sum + n : sum), 0),
    isWithoutAllocations,
  };
}

const clockAt = (name: ClockName): number => clockOrder.indexOf(name);

/** What is owed in each stage: how often, as the limits of practice have it; how long it takes, as is assumed. */
function owedIn(stage: StageName, timescales: readonly Timescale[], on: LocalDate, given: Assumptions): Pick<Stage, 'rounds' | 'closing'> {
  const round = (clock: ClockName | undefined, first: string, every: string, hours: number): Activity => {
    const [at, after] = [limitOf(timescales, first, on), limitOf(timescales, every, on)];
    const lead = Math.min(30, Math.ceil(after.count / 2));
    const name = clock === undefined ? -1 : clockAt(clock);
    // One unit for both: a first limit in other days than the later ones is counted as they are.
    const same = at.inWorkingDays === after.inWorkingDays ? at.count : after.inWorkingDays ? (at.count * 5) / 7 : (at.count * 7) / 5;
    return { clock: name, first: Math.round(same), every: after.count, inWorkingDays: after.inWorkingDays, lead, hours };
  };
  switch (stage) {
    case 'assessment': {
      const { count, inWorkingDays } = limitOf(timescales, 'assessment', on);
      return { rounds: [], closing: { clock: clockAt('assessment'), first: count, inWorkingDays, hours: given.assessmentHours } };
    }
    case 'enquiry': {
      const { count, inWorkingDays } = limitOf(timescales, 'initialConference', on);
      return { rounds: [], closing: { clock: clockAt('enquiry'), first: count, inWorkingDays, hours: given.enquiryHours } };
    }
    case 'childInNeed': {
      const { visitEvery: every, visitHours: hours } = given;
      return { rounds: [{ clock: -1, first: every, every, inWorkingDays: false, lead: Math.ceil(every / 2), hours }] };
    }
    case 'protectionPlan':
      return {
        rounds: [
          round('childProtectionVisit', 'childProtectionVisit', 'childProtectionVisit', given.visitHours),
          round('coreGroup', 'firstCoreGroup', 'laterCoreGroup', given.meetingHours),
          round('reviewConference', 'firstReviewConference', 'laterReviewConference', given.reviewHours),
        ],
      };
    case 'lookedAfter':
      return {
        rounds: [
          round('lookedAfterVisit', 'firstVisitInPlacement', 'lookedAfterVisit', given.visitHours),
          round('lookedAfterReview', 'firstLookedAfterReview', 'laterLookedAfterReview', given.reviewHours),
        ],
      };
    default:
      return { rounds: [] };
  }
}

/** At the door, and until an assessment begins, a child is the duty team’s. */
const ofTheDutyTeam: readonly StageName[] = ['contact', 'referral'];

/** The next twelve months from a day, as the record has been and with what is assumed. */
export function modelOf(fitted: Fitted, timescales: readonly Timescale[], given: Assumptions): ServiceModel {
  const from = addDays(fitted.until, 1);
  const ends = Array.from({ length: 12 }, (_, n) => daysBetween(from, addMonths(from, n + 1)));
  const days = ends.at(-1) ?? 365;
  const stages = stageOrder.map((name): Stage => ({
    name,
    needsWorker: !ofTheDutyTeam.includes(name),
    duration: fitted.durations[name] ?? assumedDuration(name, given),
    next: fitted.next[name],
    ...owedIn(name, timescales, from, given),
  }));
  const { weeklyShape, hours, firstStage } = fitted.arriving;
  return {
    days,
    working: Array.from({ length: days + 400 }, (_, n) => (isWorkingDay(addDays(from, n)) ? 1 : 0)),
    monthEnds: ends,
    arrivals: arrivalsFrom(fitted.arriving, from, days),
    ...(weeklyShape === undefined ? {} : { weeklyShape }),
    hours,
    firstStage,
    stages,
    clocks: clockOrder,
    open: fitted.open,
    teams: fitted.teams.map((team) => team.length),
    capacity: fitted.teams,
    hoursPerDay: given.hoursPerDay,
    opens: given.opens / 24,
    closes: Math.max(given.opens + 0.5, given.closes) / 24,
    away: given.away / 100,
    mostChildren: given.mostChildren,
    spread: given.spread / 100,
  };
}
