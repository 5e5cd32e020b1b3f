import { addMonths, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { months, weeks, workingDays, type Limit, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import { legalStatusAt, periodAt, placementAt, underCarePlanningRules } from './care.ts';
import {
  childSeen,
  endsOfCare,
  endsWhenPlacedForAdoption,
  localStandard,
  regulations1991,
  regulations2010,
  reviewsBetween,
  withRelaxationOf2020,
} from './care-moments.ts';
import { endsPlacement, isMove, placedOnBecomingLookedAfter, stayBegan, termsAt, termsOf, type Terms } from './placement-stays.ts';

const firstVisit: Moment = {
  step: 'placement',
  on: (placement, history) =>
    isMove(placement, history) && underCarePlanningRules(history, placement.happenedOn) ? placement.happenedOn : undefined,
};

/** A visit on the day of a move is one in the new placement. */
export const moves: Timescale['endedBy'] = [
  {
    step: 'placement',
    because: 'the child moved',
    on: (placement, history, start) => {
      const sameDay = start?.step === 'visit' && start.happenedOn === placement.happenedOn;
      return sameDay ? undefined : endsPlacement(placement, history, start);
    },
  },
];

const careOrderAtHome: Moment = {
  step: 'legalStatus',
  on: ({ answers: { legalStatus }, happenedOn }, history) => {
    const home = termsAt(history, happenedOn);
    return legalStatus === 'C2' && home?.type === 'P1' && home.since < happenedOn ? happenedOn : undefined;
  },
};

const seenInCare: Moment = {
  step: 'visit',
  on: (visit, history) =>
    visit.answers['seen'] === true && underCarePlanningRules(history, visit.happenedOn) ? visit.happenedOn : undefined,
};

/** Placed before the record begins: no first visit is owed that could be counted, but the next one is. */
const alreadyPlaced: Moment = {
  step: 'placement',
  on: (placement, history) =>
    placement.answers['beganEarlier'] === true && underCarePlanningRules(history, placement.happenedOn) ? placement.happenedOn : undefined,
};

/** Since the later of the placement and the order under which the child is there. */
function reviewedHere({ since: placedOn }: Terms, history: History, on: LocalDate): boolean {
  const status = periodAt(history, on)?.statuses.findLast((one) => one.happenedOn <= on);
  const since = status !== undefined && status.happenedOn > placedOn ? status.happenedOn : placedOn;
  return reviewsBetween(history, since, on).length > 0;
}

/** Carers who were not yet assessed have been since. */
function carersDecidedBy(placement: Statement, history: History, on: LocalDate): boolean {
  const since = stayBegan(placement, history) ?? placement.happenedOn;
  return history.some(
    (one) => one.step === 'carerDecision' && one.answers['outcome'] === 'approved' && one.happenedOn >= since && one.happenedOn <= on,
  );
}

/** Regulation 28(3)–(5): those who are most at risk are seen weekly until the first review. */
function whereCarersAreNotAssessed(placement: Statement, history: History, on: LocalDate): Limit | undefined {
  const terms = termsOf(placement, history);
  const footing = carersDecidedBy(placement, history, on) ? 'approved' : terms.footing;
  const atHome = terms.type === 'P1';
  if (footing === 'temporarilyApproved' || (atHome && legalStatusAt(history, on) === 'C1'))
    return reviewedHere(terms, history, on) ? weeks(4) : weeks(1);
  if (footing === 'parentsBeforeAssessment') return reviewedHere(terms, history, on) ? weeks(6) : weeks(1);
  return atHome ? weeks(6) : undefined;
}

/** In custody or hospital another body answers for how the child lives; paragraph (6) is for children in the authority’s care by an order. */
const underCareOrderElsewhere = (type: string, status: string | undefined): boolean =>
  ['R2', 'R5'].includes(type) && (status === 'C1' || status === 'C2');

/** Regulation 28(2)(c), (6) and, for a long-term foster placement, (7), after the first year. U1 and U4 are long-term fostering. */
function afterTheFirstYear({ type = '', expectation }: Terms, status: string | undefined): Limit {
  if (expectation === 'agreedLongTerm') return type.startsWith('U') ? months(6) : weeks(6);
  const longTerm = expectation === 'untilEighteen' || (expectation === undefined && ['U1', 'U4'].includes(type));
  return longTerm || underCareOrderElsewhere(type, status) ? months(3) : weeks(6);
}

/** An interval that began in the first year stays six-weekly. */
function untilNextVisit(_start: Statement, history: History, on: LocalDate): Limit {
  const placement = placementAt(history, on);
  if (placement === undefined) return weeks(6);
  const closely = whereCarersAreNotAssessed(placement, history, on);
  if (closely !== undefined) return closely;
  const began = stayBegan(placement, history);
  return began !== undefined && on < addMonths(began, 12)
    ? weeks(6)
    : afterTheFirstYear(termsOf(placement, history), legalStatusAt(history, on));
}

const isFoster = (placement: Statement, history: History): boolean => termsOf(placement, history).type?.startsWith('U') === true;

/** 1991: foster placements alone. */
function of1991(_start: Statement, history: History, on: LocalDate): Limit | undefined {
  const placement = placementAt(history, on);
  if (placement === undefined || !isFoster(placement, history)) return undefined;
  const began = stayBegan(placement, history);
  return began !== undefined && on < addMonths(began, 12) ? weeks(6) : months(3);
}

const isFostering = (start: Statement): Limit | undefined => (String(start.answers['type']).startsWith('U') ? weeks(1) : undefined);

const ends = [...endsWhenPlacedForAdoption, ...moves, ...endsOfCare];
const visits = { meets: childSeen, endedBy: ends } as const;

export const visitLimits: readonly Timescale[] = [
  ...withRelaxationOf2020({
    ...regulations2010,
    ...visits,
    rule: 'firstVisitInPlacement',
    title: 'First visit in the placement, child seen',
    limit: weeks(1),
    starts: [firstVisit, placedOnBecomingLookedAfter],
    law: 'Care Planning Regulations 2010 reg 28(2)(a): within one week of the start of any placement',
  }),
  {
    ...regulations1991,
    ...visits,
    rule: 'firstVisitInPlacement',
    title: 'First visit in the placement, child seen',
    limit: isFostering,
    starts: [firstVisit],
    law: 'Foster Placement (Children) Regulations 1991 reg 6: within one week of the start of a foster placement',
  },
  {
    ...regulations2010,
    ...visits,
    rule: 'visitAfterCareOrderAtHome',
    title: 'Visit after a care order at home, child seen',
    limit: weeks(1),
    starts: [careOrderAtHome],
    law: 'Care Planning Regulations 2010 reg 28(5): within one week of the order, where the child lives with a parent',
  },
  ...withRelaxationOf2020({
    ...regulations2010,
    ...visits,
    rule: 'lookedAfterVisit',
    title: 'Looked-after visit, child seen',
    limit: untilNextVisit,
    starts: [seenInCare, alreadyPlaced],
    law: 'Care Planning Regulations 2010 reg 28(2)–(6), as amended in 2015: every six weeks in the first year, then as the placement is meant to last',
  }),
  {
    ...regulations1991,
    ...visits,
    rule: 'lookedAfterVisit',
    title: 'Looked-after visit, child seen',
    limit: of1991,
    starts: [seenInCare, alreadyPlaced],
    law: 'Foster Placement (Children) Regulations 1991 reg 6: every six weeks in the first year, then every three months',
  },
  {
    ...regulations2010,
    rule: 'visitAfterConcern',
    title: 'Visit after a notice of concern, child seen',
    limit: weeks(1),
    starts: [{ step: 'visitRequest', on: ({ answers, happenedOn }) => (answers['kind'] === 'concern' ? happenedOn : undefined) }],
    meets: childSeen,
    endedBy: endsOfCare,
    law: 'Care Planning Regulations 2010 reg 28(8): within one week of the notice',
  },
  {
    ...localStandard,
    rule: 'visitOnRequest',
    title: 'Visit that was asked for, child seen',
    limit: workingDays(5),
    starts: [{ step: 'visitRequest', on: ({ answers, happenedOn }) => (answers['kind'] === 'request' ? happenedOn : undefined) }],
    meets: childSeen,
    endedBy: endsOfCare,
    law: 'Care Planning Regulations 2010 reg 28(7): whenever the child or the carer reasonably asks; local: five working days',
  },
];
