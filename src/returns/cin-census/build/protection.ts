import { addWorkingDays } from '../../../kernel/calendar/working-days.ts';
import type { History, Statement } from '../../../kernel/step/history.ts';
import { concludedWithoutConference, enquiriesOf, isBefore, isEndOf, statementsOf } from '../../../practice/pathway.ts';
import { group, inOrder, value, type BuiltElement } from './element.ts';
import type { Module } from './help.ts';
import { isIn, isRunningIn, type Period } from '../../rule/period.ts';

/** An enquiry as the census counts it, and the conference that it led to. */
export type Enquired = {
  readonly begun: Statement;
  readonly first: Statement;
  readonly conference?: Statement;
  readonly concluded?: Statement;
};

export type Conferences = { readonly enquiries: readonly Module[]; readonly alone: readonly Module[] };

const conferenceSteps: ReadonlySet<string> = new Set(['initialConference', 'transferInConference']);

/** All enquiries with the conference that each led to; and the conferences that followed none, as when a child on another authority's plan moves here. */
export function enquiredOf(history: History): { readonly enquired: readonly Enquired[]; readonly alone: readonly Statement[] } {
  const enquired: Enquired[] = startsOf(history).map((start) => ({ ...start, ...concludedIn(start.begun, history) }));
  const alone: Statement[] = [];
  for (const conference of history.filter(({ step }) => conferenceSteps.has(step))) {
    const at = conference.step === 'initialConference' ? enquired.findLastIndex((one) => waitsFor(one, conference)) : -1;
    const one = enquired[at];
    if (one === undefined) alone.push(conference);
    else enquired[at] = { ...one, conference };
  }
  return { enquired, alone };
}

/** Those of the year. */
export function enquiriesIn(history: History, period: Period): Conferences {
  const { enquired, alone } = enquiredOf(history);
  return {
    enquiries: enquired.filter((one) => isOfYear(one, period)).map((one) => ({ begun: one.begun, elements: section47(one) })),
    alone: alone
      .filter(({ happenedOn }) => isIn(happenedOn, period))
      .map((begun) => ({ begun, elements: value('DateOfInitialCPC', begun.happenedOn, begun) })),
  };
}

/** Each entry of a start is one enquiry; where there is none, the discussion that decided on it stands for it. */
const startsOf = (history: History): readonly Pick<Enquired, 'begun' | 'first'>[] =>
  enquiriesOf(history).flatMap((enquiry) => {
    const [first] = enquiry;
    const starts = enquiry.filter(({ step }) => step === 'section47Enquiry');
    const [only, ...others] = starts.length === 0 && first !== undefined ? [first] : starts;
    return only === undefined || first === undefined ? [] : [{ begun: only, first }, ...others.map((begun) => ({ begun, first: begun }))];
  });

const concludedIn = (begun: Statement, history: History): Pick<Enquired, 'concluded'> => {
  const concluded = statementsOf('section47Outcome', history).find(
    (outcome) => concludedWithoutConference(outcome, history, begun) !== undefined,
  );
  return concluded === undefined ? {} : { concluded };
};

export const isNotRequired = ({ begun, concluded, conference }: Enquired): boolean =>
  conference === undefined && (concluded !== undefined || begun.answers['conferenceNotRequired'] === true);

const waitsFor = (one: Enquired, held: Statement): boolean =>
  one.conference === undefined && one.begun.happenedOn <= held.happenedOn && !isNotRequired(one);

/** Begun in the year, or its conference held in it; or it waits for one still. */
const isOfYear = (one: Enquired, period: Period): boolean =>
  isIn(one.begun.happenedOn, period) || (one.conference === undefined ? !isNotRequired(one) : isIn(one.conference.happenedOn, period));

function section47(one: Enquired): readonly BuiltElement[] {
  const { begun, first, conference, concluded } = one;
  const required = !isNotRequired(one);
  const target = begun.answers['conferenceTargetOn'] ?? (required ? addWorkingDays(first.happenedOn, 15) : undefined);
  return group(
    'Section47',
    value('S47ActualStartDate', begun.happenedOn, begun),
    value('InitialCPCtarget', target, begun, first),
    value('DateOfInitialCPC', conference?.happenedOn, conference),
    value('ICPCnotRequired', !required, begun, concluded),
  );
}

/** What ended a child protection plan: its own end, or the closing of the case. */
export const endOfProtection = (begun: Statement, history: History): Statement | undefined =>
  history.find((one) => (one.step === 'childProtectionPlanEnd' || one.step === 'closure') && isEndOf(one, begun));

export const protectionPlansIn = (history: History, period: Period): readonly Module[] =>
  statementsOf('childProtectionPlan', history).flatMap((begun, before, plans) => {
    const end = endOfProtection(begun, history);
    if (!isRunningIn(begun.happenedOn, end?.happenedOn, period)) return [];
    return [{ begun, elements: protectionPlan({ begun, end, first: plans[0], before }, history, period) }];
  });

type Planned = {
  readonly begun: Statement;
  readonly end: Statement | undefined;
  /** The first plan on record, which says how many there were before it; and how many are on record before this one. */
  readonly first: Statement | undefined;
  readonly before: number;
};

function protectionPlan({ begun, end, first, before }: Planned, history: History, period: Period): readonly BuiltElement[] {
  const isDuring = (one: Statement): boolean => isBefore(begun, one) && (end === undefined || one.happenedOn <= end.happenedOn);
  const changed = statementsOf('categoryChange', history).findLast(isDuring);
  const { category, latestCategory, previousPlans } = begun.answers;
  const held = statementsOf('reviewConference', history).filter(
    (one) => isDuring(one) && one.answers['held'] !== false && isIn(one.happenedOn, period),
  );
  return group(
    'ChildProtectionPlans',
    value('CPPstartDate', begun.happenedOn, begun),
    value('CPPendDate', end?.happenedOn, end),
    value('InitialCategoryOfAbuse', category, begun),
    value('LatestCategoryOfAbuse', changed?.answers['category'] ?? latestCategory ?? category, changed ?? begun),
    value('NumberOfPreviousCPP', previousPlans ?? before + Number(first?.answers['previousPlans'] ?? 0), begun, first),
    group('Reviews', inOrder(held.flatMap((one) => value('CPPreviewDate', one.happenedOn, one)))),
  );
}
