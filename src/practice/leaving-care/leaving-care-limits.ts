import { addDays, birthday, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { calendarDays, months, until, type Limit, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import { lifeOf, statementsOf } from '../checks.ts';
import { periodsOf } from '../looked-after/care.ts';
import { childSeen, endsOfCare, regulations2010 } from '../looked-after/care-moments.ts';
import { accommodation, accommodationAt, noLongerProvided, providedSince } from './accommodation.ts';
import {
  careLeaversRegulations,
  contactWindowOf,
  eligibleOn,
  firstContactWindow,
  inCareAfter,
  leftCareOn,
  nextContactWindow,
  type ContactWindow,
} from './leaving-care.ts';

const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);

/** Duties to a care leaver end at 21, or at 25 where they began or went on after 21. */
const untilAdulthood = [21, 25] as const;

/** What ends the duty, as a contact says: no need any more, home for good, or died. */
export const contactEnds = (code: string): boolean => ['NREQ', 'RHOM', 'DIED'].includes(code);
const servicesEnd: Timescale['endedBy'] = [
  {
    step: 'careLeaverContact',
    because: 'no longer a care leaver who is owed it',
    on: (contact) => (contactEnds(String(contact.answers['inTouch'])) ? contact.happenedOn : undefined),
  },
];
const backInCare: Timescale['endedBy'] = [{ step: 'periodOfCare', because: 'looked after again' }];

/** Regulation 42: three months from becoming eligible: the 16th birthday, or thirteen weeks of care after it. */
const becameEligible: Moment = {
  step: 'periodOfCare',
  on: (start, history) => {
    const day = eligibleOn(history);
    const period = day === undefined ? undefined : periodsOf(history).findLast(({ startedOn }) => startedOn <= day);
    return period?.start === start ? day : undefined;
  },
};

/** What was done in the year before, an assessment or the naming of an adviser, counts on the day the limit begins. */
function countedOnceEligible({ happenedOn }: Statement, history: History): LocalDate | undefined {
  const day = eligibleOn(history);
  if (day === undefined) return happenedOn;
  return happenedOn < addDays(day, -366) ? undefined : later(happenedOn, day);
}

/** Regulation 5: a child who leaves care at 16 or 17 without a pathway plan. */
const becameRelevant: Moment = {
  step: 'periodOfCareEnd',
  on: (end, history) => {
    const { bornOn } = lifeOf(history);
    const left = leftCareOn(history, end.happenedOn);
    const planned = statementsOf('pathwayPlan', history).some((plan) => plan.happenedOn <= end.happenedOn);
    const isChild = bornOn !== undefined && end.happenedOn < birthday(bornOn, 18);
    return isChild && left === end.happenedOn && !planned ? end.happenedOn : undefined;
  },
};

/** Named in the year before becoming eligible, or in the pathway plan: a young person has one adviser, whoever writes it down. */
export const personalAdviserLimits: readonly Timescale[] = [
  {
    ...regulations2010,
    version: 'Children Act 1989 Sch 2 para 19C',
    rule: 'personalAdviserNamed',
    title: 'Personal adviser named',
    limit: months(3),
    starts: [becameEligible],
    meets: { step: 'personalAdviserNamed', on: countedOnceEligible },
    alsoMetBy: [
      {
        step: 'pathwayPlan',
        on: (plan, history) => (plan.answers['adviser'] === undefined ? undefined : countedOnceEligible(plan, history)),
      },
    ],
    endedBy: endsOfCare,
    standing: 'statutory',
    law: 'Children Act 1989 Sch 2 para 19C: an eligible child has a personal adviser; within the three months of the needs assessment',
  },
];

const held: Moment = { step: 'pathwayPlanReview', on: (review) => (review.answers['held'] === false ? undefined : review.happenedOn) };

/**
 * A plan that is written anew does not begin a second interval beside the one that runs from the end of care, the plan before it or its last review: unless
 * what was owed had ended in between, with a contact that said so or at 21.
 */
function isReviewedAlready({ happenedOn }: Statement, history: History): boolean {
  const { bornOn } = lifeOf(history);
  const left = leftCareOn(history, happenedOn);
  const ends = [
    ...statementsOf('careLeaverContact', history).flatMap((one) => (contactEnds(String(one.answers['inTouch'])) ? [one.happenedOn] : [])),
    ...(bornOn === undefined ? [] : [birthday(bornOn, 21)]),
  ];
  return statementsOf('pathwayPlan', history).some((before) => {
    const from = inCareAfter(history, before.happenedOn) || (left !== undefined && before.happenedOn < left) ? left : before.happenedOn;
    return (
      before.happenedOn < happenedOn && from !== undefined && from <= happenedOn && !ends.some((end) => end >= from && end <= happenedOn)
    );
  });
}

/** The plan of an eligible child is part of the care plan and reviewed with it (Care Planning Regulations 2010 Part 6). Regulation 7 begins after care. */
const planAfterCare: readonly Moment[] = [
  {
    step: 'pathwayPlan',
    on: (plan, history) => (inCareAfter(history, plan.happenedOn) || isReviewedAlready(plan, history) ? undefined : plan.happenedOn),
  },
  {
    step: 'periodOfCareEnd',
    on: ({ happenedOn }, history) => {
      const isPlanned = statementsOf('pathwayPlan', history).some((plan) => plan.happenedOn < happenedOn);
      return isPlanned && leftCareOn(history, happenedOn) === happenedOn ? happenedOn : undefined;
    },
  },
  {
    step: 'pathwayPlanReview',
    on: ({ answers, happenedOn }, history) => (answers['held'] === false || inCareAfter(history, happenedOn) ? undefined : happenedOn),
  },
];

/** Regulation 8(2): again before the review at 28 days, then at most every two months, while the accommodation is provided. */
function untilNextAdviserVisit(_visit: Statement, history: History, on: LocalDate): Limit | undefined {
  const provided = accommodationAt(history, on) === undefined ? undefined : providedSince(on, history);
  if (provided === undefined) return undefined;
  const reviewDue = addDays(provided, 28);
  const seenBefore = history.filter(
    (one) => one.step === 'visit' && one.answers['seen'] === true && one.happenedOn >= provided && one.happenedOn <= on,
  );
  return seenBefore.length === 1 && on < reviewDue ? until(reviewDue) : months(2);
}

const inTouch = (contact: Statement): boolean => contact.answers['inTouch'] === 'YES';

/** The window that a clock is about, from what started it. */
function windowFrom(start: Statement, history: History): ContactWindow | undefined {
  if (start.step === 'periodOfCareEnd') return firstContactWindow(history, start.happenedOn);
  const own = contactWindowOf(history, start.happenedOn);
  return own === undefined ? undefined : nextContactWindow(history, own);
}

/** The first contact of each window begins the next one. */
function firstOfWindow(contact: Statement, history: History): LocalDate | undefined {
  const own = contactWindowOf(history, contact.happenedOn);
  const left = leftCareOn(history, contact.happenedOn);
  if (own === undefined || left === undefined || contact.happenedOn < left || own.birthday < left || !inTouch(contact)) return undefined;
  const first = statementsOf('careLeaverContact', history).find(
    (one) => inTouch(one) && one.happenedOn >= left && contactWindowOf(history, one.happenedOn)?.birthday === own.birthday,
  );
  const opens = nextContactWindow(history, own)?.opensOn;
  return first === contact && opens !== undefined && leftCareOn(history, opens) === left ? opens : undefined;
}

const contactMoments: readonly Moment[] = [
  {
    step: 'periodOfCareEnd',
    on: (end, history) => {
      const opens = firstContactWindow(history, end.happenedOn)?.opensOn;
      const from = later(opens ?? end.happenedOn, end.happenedOn);
      return opens !== undefined && leftCareOn(history, from) === end.happenedOn ? from : undefined;
    },
  },
  { step: 'careLeaverContact', on: firstOfWindow },
];

export const needsAssessmentLimits: readonly Timescale[] = [
  {
    ...regulations2010,
    rule: 'pathwayNeedsAssessment',
    title: 'Pathway needs assessment',
    limit: months(3),
    starts: [becameEligible],
    meets: { step: 'pathwayNeedsAssessment', on: countedOnceEligible },
    endedBy: endsOfCare,
    law: 'Care Planning Regulations 2010 reg 42: within three months of the 16th birthday, or of becoming eligible after it',
  },
  {
    ...careLeaversRegulations,
    rule: 'relevantChildNeedsAssessment',
    title: 'Needs assessment of a relevant child without a pathway plan',
    limit: months(3),
    starts: [becameRelevant],
    meets: { step: 'pathwayNeedsAssessment' },
    endedBy: [...servicesEnd, ...backInCare],
    law: 'Care Leavers Regulations 2010 reg 5: within three months of becoming a relevant child',
  },
];

export const pathwayReviewLimits: readonly Timescale[] = [
  {
    ...careLeaversRegulations,
    rule: 'pathwayPlanReview',
    title: 'Pathway plan review',
    reading: 2,
    limit: months(6),
    starts: planAfterCare,
    meets: held,
    endedBy: [...servicesEnd, ...backInCare],
    untilAge: untilAdulthood,
    law: 'Care Leavers Regulations 2010 reg 7: at most every six months, once no longer looked after',
  },
  {
    ...careLeaversRegulations,
    rule: 'pathwayPlanReviewAfterMove',
    title: 'Pathway plan review after accommodation was first provided',
    limit: calendarDays(28),
    starts: [accommodation],
    meets: held,
    endedBy: [...servicesEnd, ...backInCare, ...noLongerProvided],
    untilAge: untilAdulthood,
    law: 'Care Leavers Regulations 2010 reg 7(2): 28 days after accommodation under s23B or s24B is first provided',
  },
];

export const adviserVisitLimits: readonly Timescale[] = [
  {
    ...careLeaversRegulations,
    rule: 'firstAdviserVisit',
    title: 'Personal adviser’s first visit to the accommodation',
    limit: calendarDays(7),
    starts: [accommodation],
    meets: childSeen,
    endedBy: [...servicesEnd, ...backInCare, ...noLongerProvided],
    untilAge: untilAdulthood,
    law: 'Care Leavers Regulations 2010 reg 8(2): within seven days of its being first provided',
  },
  {
    ...careLeaversRegulations,
    rule: 'laterAdviserVisit',
    title: 'Personal adviser’s visit',
    limit: untilNextAdviserVisit,
    starts: [
      {
        step: 'visit',
        on: ({ answers, happenedOn }, history) => (answers['seen'] === true && !inCareAfter(history, happenedOn) ? happenedOn : undefined),
      },
    ],
    meets: childSeen,
    endedBy: [...servicesEnd, ...backInCare, ...noLongerProvided],
    untilAge: untilAdulthood,
    law: 'Care Leavers Regulations 2010 reg 8(2): again before the review at 28 days, then at most every two months',
  },
];

export const contactLimits: readonly Timescale[] = [
  {
    version: 'children looked after return',
    inForce: careLeaversRegulations.inForce,
    announcedOn: careLeaversRegulations.announcedOn,
    standing: 'guidance',
    rule: 'careLeaverInTouch',
    reading: 2,
    title: 'In touch with the care leaver around the birthday',
    limit: (start, history) => {
      const window = windowFrom(start, history);
      return window === undefined ? undefined : until(window.closesOn);
    },
    starts: contactMoments,
    meets: {
      step: 'careLeaverContact',
      on: (contact, history, start) => {
        const window = start === undefined ? undefined : windowFrom(start, history);
        return inTouch(contact) && (window === undefined || contact.happenedOn >= window.opensOn) ? contact.happenedOn : undefined;
      },
    },
    // Section 23C(2): to keep in touch, whether or not the authority provides a home.
    endedBy: [...servicesEnd, ...backInCare],
    untilAge: [26],
    law: 'Children looked after return, OC3: from three months before to one month after each birthday from the 17th to the 25th',
  },
];
