import { enquiriesOf, periodsOf } from '../../practice/pathway.ts';
import { assessed } from './front-door.ts';
import type { Event, Measure } from './measure.ts';
import type { MeasuredChild } from './measured-child.ts';

const inNeed = 'DfE, Characteristics of children in need';
const careFigures = 'DfE, Children looked after in England including adoptions';

const counted = (events: readonly Omit<Event, 'isIn'>[]): readonly Event[] => events.map((one) => ({ ...one, isIn: true }));
const told =
  (step: string) =>
  ({ all }: MeasuredChild): readonly Event[] =>
    counted(all(step).map(({ happenedOn: on, entry }) => ({ on, entry })));

const becameLookedAfter = (child: MeasuredChild): readonly Event[] =>
  counted(
    periodsOf(child.history)
      .filter(({ beganEarlier, startedOn }) => !beganEarlier && child.inCareSince(startedOn) !== undefined)
      .map(({ startedOn: on, start: { entry } }) => ({ on, entry })),
  );

const common = {
  area: 'rates',
  per: 'population',
  wished: 'neither',
  denominator: 'Children aged 0 to 17 in the area, as the file of published figures gives them',
} as const;
const events = { ...common, counts: 'events', exclusions: [] } as const;

export const rateMeasures: readonly Measure[] = [
  {
    ...events,
    name: 'referralRate',
    title: 'Referrals',
    published: `${inNeed}: referrals per 10,000 children`,
    numerator: 'Referrals in the period, each child of a family counted',
    of: told('referral'),
  },
  {
    ...events,
    name: 'assessmentRate',
    title: 'Assessments completed',
    published: `${inNeed}: assessments completed per 10,000 children`,
    numerator: 'Assessments authorised in the period',
    of: (child: MeasuredChild) => counted(assessed(child)),
  },
  {
    ...events,
    name: 'enquiryRate',
    title: 'Section 47 enquiries',
    published: `${inNeed}: section 47 enquiries per 10,000 children`,
    numerator: 'Enquiries that began in the period',
    of: ({ history }: MeasuredChild) =>
      counted(enquiriesOf(history).flatMap(([first]) => (first === undefined ? [] : [{ on: first.happenedOn, entry: first.entry }]))),
  },
  {
    ...events,
    name: 'conferenceRate',
    title: 'Initial child protection conferences',
    published: `${inNeed}: initial conferences per 10,000 children`,
    numerator: 'Children of whom an initial conference was held in the period',
    of: told('initialConference'),
  },
  {
    ...common,
    counts: 'standing',
    exclusions: [],
    name: 'planRate',
    title: 'Children on child protection plans',
    published: `${inNeed}: children on a plan at 31 March per 10,000 children`,
    numerator: 'Children on a plan on the day',
    of: (child, on) => {
      const plan = child.planOn(on);
      return plan && { entry: plan.begun.entry, isIn: true };
    },
  },
  {
    ...common,
    counts: 'standing',
    exclusions: ['Short breaks (V3, V4)'],
    name: 'careRate',
    title: 'Children looked after',
    published: `${careFigures}: children looked after at 31 March per 10,000 children`,
    numerator: 'Children looked after on the day',
    of: (child, on) =>
      child.inCareSince(on) === undefined
        ? undefined
        : { entry: child.all('periodOfCare').findLast(({ happenedOn }) => happenedOn <= on)?.entry, isIn: true },
  },
  {
    ...events,
    exclusions: ['Short breaks (V3, V4)', 'Children already looked after when this record began'],
    name: 'startedCareRate',
    title: 'Children who became looked after',
    published: `${careFigures}: children who started to be looked after per 10,000 children`,
    numerator: 'Children who became looked after in the period',
    of: becameLookedAfter,
  },
];
