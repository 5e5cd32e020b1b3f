import { addDays, addMonths, daysBetween, type LocalDate } from '../../kernel/calendar/dates.ts';
import { isWorkingDay } from '../../kernel/calendar/working-days.ts';
import type { Timescale } from '../../kernel/step/timescale.ts';
import type { StageSum } from '../../record/stage-sums.ts';
import type { Assumptions } from './assumptions.ts';
import { arrivalsFrom, arrivingOf, type Arriving } from './fit-arrivals.ts';
import { durationOf, fewestSpells, nextOf, type Spell } from './fit-duration.ts';
import type { Activity, Duration, OpenChild, ServiceModel, Stage } from './model.ts';
import { clockOrder, limitOf, stageOrder, type ClockName, type StageName } from './stages.ts';

/** What is found in the record, before anything is assumed. */
export type Fitted = {
  readonly until: LocalDate;
  readonly arriving: Arriving;
  readonly durations: Readonly<Record<StageName, Duration>>;
  readonly next: Readonly<Record<StageName, readonly (readonly number[])[]>>;
  /** Stages of which too few came to an end: their length is assumed. */
  readonly assumed: readonly StageName[];
  readonly open: readonly OpenChild[];
  readonly teams: readonly number[];
  /** Nobody’s worker is on record. */
  readonly isWithoutAllocations: boolean;
};

/** So many years back stages are looked at; arrivals of one alone, since they change. */
export const yearsOfStages = 3;

/** In days, where the record does not say: the limits of practice, and what is usual. */
const assumedDays: Readonly<Record<StageName, number>> = {
  contact: 1,
  referral: 2,
  assessment: 45,
  enquiry: 18,
  childInNeed: 150,
  protectionPlan: 300,
  lookedAfter: 800,
};

const assumedDuration = (stage: StageName): Duration => ({ table: [0], tableUpTo: 0, tail: assumedDays[stage] });

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

/** Workers of each team, the largest first; of a record without any so many as have sixteen children each. */
function teamsOf(sums: readonly StageSum[], open: number): readonly number[] {
  const teams = new Map<string, number>();
  for (const { kind, stage, n } of sums) if (kind === 'load') teams.set(stage ?? '', (teams.get(stage ?? '') ?? 0) + n);
  const sizes = [...teams.values()].sort((a, b) => b - a);
  return sizes.length === 0 ? [Math.max(1, Math.ceil(open / 16))] : sizes;
}

/** @param arrivalDays of so many days before `until` arrivals are looked at */
export function fit(sums: readonly StageSum[], until: LocalDate, arrivalDays = 364): Fitted {
  const isWithoutAllocations = !sums.some(({ kind, entered }) => kind === 'open' && entered === 1);
  const open = openOf(sums, isWithoutAllocations);
  const isKnown = (stage: StageName): boolean => endings(spellsOf(sums, stage)) >= fewestSpells;
  return {
    until,
    arriving: arrivingOf(sums, until, arrivalDays, stageOrder),
    durations: byStage((stage) => (isKnown(stage) ? durationOf(spellsOf(sums, stage)) : assumedDuration(stage))),
    next: byStage((stage) => nextOf(spellsOf(sums, stage), stageOrder)),
    assumed: stageOrder.filter((stage) => !isKnown(stage) && spellsOf(sums, stage).length > 0),
    open,
    teams: teamsOf(sums, open.length),
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
    duration: fitted.durations[name],
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
    teams: fitted.teams,
    hoursPerDay: given.hoursPerDay,
    opens: 9 / 24,
    closes: 17 / 24,
    away: given.away / 100,
    mostChildren: given.mostChildren,
    spread: 0.6,
  };
}
