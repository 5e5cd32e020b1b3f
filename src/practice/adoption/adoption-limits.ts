import { addDays, date, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { calendarDays, months, weeks, type Limit, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import { adoptionOn, cameFromAdopters, isAdoptive, isTemporary, periodAt } from '../looked-after/care.ts';
import { childSeen, endsOfCare, endsWhenPlacedForAdoption, reviewHeld, reviewsBetween, wasHeld } from '../looked-after/care-moments.ts';
import { cameBackTo } from '../looked-after/placement-stays.ts';

const regulations2005 = {
  version: 'Adoption Agencies Regulations 2005',
  inForce: { from: date('2005-12-30') },
  announcedOn: date('2005-03-01'),
  standing: 'statutory',
} as const satisfies Partial<Timescale>;

const isWaiting = ({ happenedOn }: Statement, history: History): LocalDate | undefined =>
  adoptionOn(history, happenedOn) === 'waiting' ? happenedOn : undefined;

/** From this day the agency may place, and might not the day before; of several statements of the day, the first. */
const mayNowPlace = (step: string): Moment => ({
  step,
  on: (statement, history) => {
    const day = statement.happenedOn;
    if (isWaiting(statement, history) === undefined || adoptionOn(history, addDays(day, -1)) !== undefined) return undefined;
    const first = history.find((one) => (one.step === 'legalStatus' || one.step === 'consentToPlacement') && one.happenedOn === day);
    return first === statement ? day : undefined;
  },
});

/** Regulation 36, of a child who was returned under section 35: a review in between does not count as this one. */
const notBefore = 28;
const reviewAfterReturn: Moment = {
  step: 'lookedAfterReview',
  on: (review, _history, start) =>
    wasHeld(review) && (start === undefined || review.happenedOn >= addDays(start.happenedOn, notBefore)) ? review.happenedOn : undefined,
};

/** Back where the child was, and in the same way: foster carers with whom they are placed for adoption are not come back to. */
function isOnlyBack(one: Statement, history: History): boolean {
  const before = cameBackTo(one, history);
  return before !== undefined && isAdoptive(before) === isAdoptive(one);
}

/** The first day of the placement for adoption that a day lies in: a change of its kind with the same adopters does not begin another. */
function placedSince(history: History, day: LocalDate): LocalDate | undefined {
  const placements = (periodAt(history, day)?.placements ?? []).filter(
    (one) => one.happenedOn <= day && !isTemporary(one) && !isOnlyBack(one, history),
  );
  if (!isAdoptive(placements.at(-1))) return undefined;
  const lastBreak = placements.findLastIndex(
    (one, index) => !isAdoptive(one) || (isAdoptive(placements[index - 1]) && one.answers['sameCarers'] !== true && index > 0),
  );
  const start = isAdoptive(placements[lastBreak]) ? placements[lastBreak] : placements[lastBreak + 1];
  return start?.happenedOn;
}

const placed: Moment = {
  step: 'placement',
  on: (placement, history) =>
    placement.answers['beganEarlier'] !== true && placedSince(history, placement.happenedOn) === placement.happenedOn
      ? placement.happenedOn
      : undefined,
};

const whilePlaced = (step: string, counts: (statement: Statement) => boolean): Moment => ({
  step,
  on: (statement, history) =>
    counts(statement) && adoptionOn(history, statement.happenedOn) === 'placed' ? statement.happenedOn : undefined,
});

/** Regulation 36(3): four weeks, then three months after that review, then six. */
function afterReview(_review: Statement, history: History, on: LocalDate): Limit {
  const since = placedSince(history, on) ?? on;
  return reviewsBetween(history, since, on).length <= 1 ? months(3) : months(6);
}

/** Regulation 36(4): weekly until the first review, then as the review decides; where it says nothing, six-weekly (local). */
function afterVisit(_visit: Statement, history: History, on: LocalDate): Limit {
  const reviews = reviewsBetween(history, placedSince(history, on) ?? on, on);
  if (reviews.length === 0) return weeks(1);
  const decided = reviews.findLast((one) => typeof one.answers['visitsEveryWeeks'] === 'number')?.answers['visitsEveryWeeks'];
  return weeks(typeof decided === 'number' && decided > 0 ? decided : 6);
}

const endOfPlacement: Timescale['endedBy'] = [
  {
    step: 'placement',
    because: 'the placement for adoption ended',
    on: ({ happenedOn }, history) => (adoptionOn(history, happenedOn) === 'placed' ? undefined : happenedOn),
  },
  {
    step: 'placement',
    because: 'placed with other adopters',
    // A visit or a review on the day of the placement is one of it.
    on: (placement, history, start) => {
      const sameDay = start?.step !== 'placement' && start?.happenedOn === placement.happenedOn;
      return !sameDay && placedSince(history, placement.happenedOn) === placement.happenedOn ? placement.happenedOn : undefined;
    },
  },
];

const endOfWaiting: Timescale['endedBy'] = [
  {
    step: 'placement',
    because: 'placed for adoption',
    on: ({ happenedOn }, history) => (adoptionOn(history, happenedOn) === 'placed' ? happenedOn : undefined),
  },
  {
    step: 'legalStatus',
    because: 'the agency may no longer place the child',
    on: ({ happenedOn }, history) => (adoptionOn(history, happenedOn) === undefined ? happenedOn : undefined),
  },
  {
    step: 'adoptionDecisionEnd',
    because: 'the child is no longer to be placed for adoption',
    on: ({ happenedOn }, history) => (adoptionOn(history, happenedOn) === undefined ? happenedOn : undefined),
  },
];

export const adoptionLimits: readonly Timescale[] = [
  {
    ...regulations2005,
    rule: 'firstReviewWaitingForAdoption',
    title: 'First review of a child waiting to be placed for adoption',
    limit: months(3),
    starts: [mayNowPlace('legalStatus'), mayNowPlace('consentToPlacement')],
    meets: reviewHeld,
    endedBy: [...endsOfCare, ...endOfWaiting],
    law: 'Adoption Agencies Regulations 2005 reg 36(1)(a): within three months of the day on which the agency first may place the child',
  },
  {
    ...regulations2005,
    rule: 'laterReviewWaitingForAdoption',
    title: 'Review of a child waiting to be placed for adoption',
    limit: months(6),
    starts: [{ step: 'lookedAfterReview', on: (review, history) => (wasHeld(review) ? isWaiting(review, history) : undefined) }],
    meets: reviewHeld,
    endedBy: [...endsOfCare, ...endOfWaiting],
    law: 'Adoption Agencies Regulations 2005 reg 36(1)(b): at most six months after the last review',
  },
  {
    ...regulations2005,
    rule: 'reviewAfterAdoptionDisrupted',
    title: 'Review after the placement for adoption ended',
    limit: calendarDays(42),
    starts: [{ step: 'placement', on: (placement, history) => (cameFromAdopters(placement, history) ? placement.happenedOn : undefined) }],
    meets: reviewAfterReturn,
    endedBy: [...endsOfCare, ...endsWhenPlacedForAdoption],
    law: 'Adoption Agencies Regulations 2005 reg 36, where the child is returned under section 35 of the Act: not before 28 and not later than 42 days after',
  },
  {
    ...regulations2005,
    rule: 'firstReviewOfAdoptivePlacement',
    title: 'First review of the placement for adoption',
    limit: weeks(4),
    starts: [placed],
    meets: reviewHeld,
    endedBy: [...endsOfCare, ...endOfPlacement],
    law: 'Adoption Agencies Regulations 2005 reg 36(3)(a): within four weeks of the placement',
  },
  {
    ...regulations2005,
    rule: 'laterReviewOfAdoptivePlacement',
    title: 'Review of the placement for adoption',
    limit: afterReview,
    starts: [whilePlaced('lookedAfterReview', wasHeld)],
    meets: reviewHeld,
    endedBy: [...endsOfCare, ...endOfPlacement],
    law: 'Adoption Agencies Regulations 2005 reg 36(3)(b)–(c): three months after the first review, then at most every six months',
  },
  {
    ...regulations2005,
    rule: 'firstAdoptionVisit',
    title: 'First visit to the child and adopters, child seen',
    limit: weeks(1),
    starts: [placed],
    meets: childSeen,
    endedBy: [...endsOfCare, ...endOfPlacement],
    law: 'Adoption Agencies Regulations 2005 reg 36(4)(a): within one week of the placement',
  },
  {
    ...regulations2005,
    rule: 'laterAdoptionVisit',
    title: 'Visit to the child and adopters, child seen',
    limit: afterVisit,
    starts: [whilePlaced('visit', ({ answers }) => answers['seen'] === true)],
    meets: childSeen,
    endedBy: [...endsOfCare, ...endOfPlacement],
    law: 'Adoption Agencies Regulations 2005 reg 36(4)(a): weekly until the first review, then as the review decides (local: six weeks)',
  },
];
