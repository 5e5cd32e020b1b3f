import { addMonths, date } from '../../kernel/calendar/dates.ts';
import { workingDaysBetween } from '../../kernel/calendar/working-days.ts';
import { leadsNowhere } from '../../practice/pathway.ts';
import { valueIn } from '../../returns/annex-a/known-of.ts';
import { assessmentsIn } from '../../returns/cin-census/build/help.ts';
import type { Event, Measure } from './measure.ts';
import type { MeasuredChild } from './measured-child.ts';

const inNeed = 'DfE, Characteristics of children in need';

/** Of each child, one referral a day: two of one day are one and its copy. */
const referralsOf = ({ all }: MeasuredChild) => all('referral').filter(({ happenedOn }, n, told) => told[n - 1]?.happenedOn !== happenedOn);

const referredAgain = (child: MeasuredChild): readonly Event[] =>
  referralsOf(child).map(({ happenedOn: on, entry }, n, told) => {
    const before = told[n - 1]?.happenedOn;
    return { on, entry, isIn: before !== undefined && before >= addMonths(on, -12) };
  });

const referredForNothing = (child: MeasuredChild): readonly Event[] =>
  referralsOf(child).map((referral) => ({
    on: referral.happenedOn,
    entry: referral.entry,
    isIn: leadsNowhere(referral, child.history),
  }));

/** Assessments that ended, as the census tells them. */
export const assessed = ({ history, known }: MeasuredChild): readonly Event[] =>
  assessmentsIn(history, known).flatMap(({ begun, elements }) =>
    elements.flatMap((element): readonly Event[] => {
      const day = valueIn(element, 'AssessmentAuthorisationDate');
      const [entry] = element.children.find(({ name }) => name === 'AssessmentAuthorisationDate')?.from ?? [];
      if (day === undefined) return [];
      return [{ on: date(day), entry, isIn: workingDaysBetween(begun.happenedOn, date(day)) <= 45 }];
    }),
  );

export const frontDoorMeasures: readonly Measure[] = [
  {
    name: 'reReferrals',
    title: 'Referred again within twelve months',
    area: 'frontDoor',
    published: `${inNeed}: re-referrals within 12 months of a previous referral`,
    numerator: 'Referrals of a child who had been referred in the twelve months before',
    denominator: 'Referrals in the period, each child of a family counted',
    exclusions: [
      'A second referral of the same child on the same day is a copy',
      'Earlier referrals that are in no record here are not known',
    ],
    wished: 'less',
    per: 'share',
    counts: 'events',
    of: referredAgain,
  },
  {
    name: 'referralsNoFurtherAction',
    title: 'Referrals that led to no further action',
    area: 'frontDoor',
    published: `${inNeed}: referrals resulting in no further action`,
    numerator: 'Referrals with no further action, or early help by others, as the census returns them (ReferralNFA)',
    denominator: 'Referrals in the period, each child of a family counted',
    exclusions: ['A second referral of the same child on the same day is a copy'],
    wished: 'neither',
    per: 'share',
    counts: 'events',
    of: referredForNothing,
  },
  {
    name: 'assessments45Days',
    title: 'Assessments completed within 45 working days',
    area: 'frontDoor',
    published: `${inNeed}: assessments completed within 45 working days of their start; Working Together, chapter 3`,
    numerator: 'Assessments authorised within 45 working days of the day on which they began',
    denominator: 'Assessments authorised in the period',
    exclusions: [
      'Assessments that have not ended: the boards show those that are late',
      'Counted from the start of the assessment, as the Department does. The clock of the record runs from the referral, as Working Together has it, and may be late before',
    ],
    wished: 'more',
    per: 'share',
    counts: 'events',
    of: assessed,
  },
];
