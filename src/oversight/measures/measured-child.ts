import { addDays, addMonths, ageAt, date, type LocalDate } from '../../kernel/calendar/dates.ts';
import { remembered } from '../../kernel/calendar/remembered.ts';
import type { Clock } from '../../kernel/step/clock.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { clocksOfRules, isShortBreak, legalStatusAt, lifeOf, lookedAfterSince, periodAt, statementsOf } from '../../practice/pathway.ts';
import { protectionPlansIn } from '../../returns/cin-census/build/protection.ts';
import { valueIn } from '../../returns/annex-a/known-of.ts';
import { outcomesIn } from '../../returns/ssda903/build/outcomes.ts';
import type { Period } from '../../returns/rule/period.ts';
import type { BuiltRow } from '../../returns/ssda903/build/built-row.ts';

/** The first day of all: what is asked of everything that a record holds. */
const ever = date('1900-01-01');

/** The limits that measures ask about: conferences, reviews of care, interviews after a time missing; and decisions on contacts, for demand. */
export const isMeasuredRule = (rule: string): boolean =>
  /Conference$|LookedAfterReview$|^returnHomeInterview$|^contactDecision$/.test(rule);
const limits = clocksOfRules(isMeasuredRule);

/** A protection plan as the census tells it. */
export type Plan = {
  readonly begunOn: LocalDate;
  readonly endedOn: LocalDate | undefined;
  readonly begun: Statement;
  /** How many the child had been on before it, as far as anybody knows. */
  readonly before: number;
};

/** What measures ask of a child, found once. Nothing in it is later than the day on which it is known. */
export type MeasuredChild = {
  readonly history: History;
  /** All time up to that day. */
  readonly known: Period;
  readonly bornOn: LocalDate | undefined;
  readonly clocks: readonly Clock[];
  readonly plans: readonly Plan[];
  readonly all: (step: string) => readonly Statement[];
  /** Whole years on a day; undefined: nobody knows the birthday, or the child is not born. */
  readonly ageOn: (day: LocalDate) => number | undefined;
  readonly planOn: (day: LocalDate) => Plan | undefined;
  /** Since when the child has been looked after on a day, short breaks left out. */
  readonly inCareSince: (day: LocalDate) => LocalDate | undefined;
  /** What the looked-after return says of the health of whoever has been looked after for the twelve months to a day. */
  readonly outcomesOn: (day: LocalDate) => BuiltRow | undefined;
  /** The team that had the child. */
  readonly teamOn: (day: LocalDate) => string | undefined;
};

export function measuredChild(told: History, on: LocalDate): MeasuredChild {
  const history = told.filter(({ happenedOn }) => happenedOn <= on);
  const { bornOn } = lifeOf(history);
  const known = { from: ever, to: on };
  const plans = plansIn(history, known);
  // Limits are asked of whoever had a conference, a review or was missing: reckoned where one of them is asked.
  let clocks: readonly Clock[] | undefined;
  const outcomes = remembered((day: LocalDate) => ({ row: outcomesIn(history, yearTo(day))[0] }));
  return {
    history,
    known,
    bornOn,
    get clocks() {
      return (clocks ??= limits(history));
    },
    plans,
    all: (step) => statementsOf(step, history),
    ageOn: (day) => (bornOn === undefined || bornOn > day ? undefined : ageAt(bornOn, day)),
    planOn: (day) => plans.findLast(({ begunOn, endedOn }) => begunOn <= day && (endedOn === undefined || endedOn > day)),
    inCareSince: (day) => (inCareAtEndOf(history, day) ? lookedAfterSince(history, day) : undefined),
    outcomesOn: (day) => outcomes(day).row,
    teamOn: teamsIn(history),
  };
}

/** The twelve months that end with a day. */
export const yearTo = remembered((day: LocalDate): Period => ({ from: addMonths(addDays(day, 1), -12), to: day }));

const plansIn = (history: History, known: Period): readonly Plan[] =>
  protectionPlansIn(history, known).flatMap(({ begun, elements }) =>
    elements.map((element) => {
      const ended = valueIn(element, 'CPPendDate');
      return {
        begun,
        begunOn: begun.happenedOn,
        endedOn: ended === undefined ? undefined : date(ended),
        before: Number(valueIn(element, 'NumberOfPreviousCPP') ?? 0),
      };
    }),
  );

/** On the last day of care a child is looked after no more: as published figures of 31 March have it. */
const inCareAtEndOf = (history: History, day: LocalDate): boolean => {
  const period = periodAt(history, day);
  return period !== undefined && period.endedOn !== day && !isShortBreak(legalStatusAt(history, day));
};

function teamsIn(history: History): (day: LocalDate) => string | undefined {
  const allocations = statementsOf('allocation', history).filter(({ answers }) => (answers['role'] ?? 'lead') === 'lead');
  return (day) => {
    // A referral is older than who first had the child.
    const team = (allocations.findLast(({ happenedOn }) => happenedOn <= day) ?? allocations[0])?.answers['team'];
    return typeof team === 'string' ? team : undefined;
  };
}
