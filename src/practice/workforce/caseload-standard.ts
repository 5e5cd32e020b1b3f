import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { count, decimal, text } from '../../kernel/field/plain.ts';
import type { Offers } from '../../kernel/step/offers.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { allOf, defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { laterObservationsSupplied, tooManyObservations } from './later-observations.ts';

/** Only where a standard says otherwise: a weight that is left blank is as supplied. */
const weight = (label: string) => decimal(label);

const fields = {
  from: date('In force from', { required: 'A caseload is weighed by the standard that was in force on its day' }),
  why: text('Why it is so, and who agreed it', {
    lines: 3,
    required: 'A weight is a judgement: who made it can be asked',
    neverPrefilled: true,
  }),
  help: weight('A child in family help'),
  assessment: weight('A child whose need is being assessed'),
  inNeed: weight('A child on a child in need plan'),
  protection: weight('A child on a protection plan'),
  lookedAfter: weight('A child looked after'),
  leavingCare: weight('A young person who left care'),
  proceedings: weight('Proceedings or pre-proceedings, added'),
  distance: weight('Living more than 20 miles away, added'),
  siblings: count('Each further child of one family, as a percentage of the child’s weight'),
  second: count('Of the second worker, as a percentage of the child’s weight'),
  usual: decimal('Weighted caseload of a full-time social worker, at most'),
  newlyQualified: count('Of a newly qualified social worker, as a percentage of it'),
  fullTimeHours: decimal('Hours of a full-time week'),
  span: count('People whom one manager supervises, at most'),
  laterObservations: count('Direct observations in the second year of an induction of two years', {
    hint: `Blank: ${laterObservationsSupplied}, which is our default. A programme that begins here is promised as many`,
  }),
} as const;

/** How caseloads are weighed here: the authority’s own, in force from a day. Beside every weighted figure stands the plain count. */
export const caseloadStandard = defineStep({
  name: 'caseloadStandard',
  title: 'Local standard: caseloads and span of control',
  law: 'Standards for employers of social workers in England (LGA 2020), standard 3: safe workloads and case allocation',
  file: 'workforce',
  fields,
  happenedOn: (answers) => answers.from,
  offers: (history, today): Offers<typeof fields> => {
    const last = allOf(caseloadStandard, history).at(-1);
    if (last === undefined) return { from: { value: today } };
    const { from: _, why: __, ...weights } = last.answers;
    return {
      from: { value: today },
      ...Object.fromEntries(Object.entries(weights).map(([name, value]) => [name, { value, from: last }])),
    };
  },
  may: { record: ['headOfService'], read: [...practitionersAndLeads, 'performanceAnalyst'] },
  summary: ({ usual }) => `Local standard of caseloads${usual === undefined ? '' : `: ${usual} at most, weighted`}`,
  decide: (_history, { from, siblings = 0, second = 0, newlyQualified = 0, fullTimeHours, laterObservations }, today) => [
    ...tooManyObservations(laterObservations),
    ...notAhead({ field: 'from', what: 'The first day', on: from }, today),
    ...Object.entries({ siblings, second, newlyQualified }).flatMap(([field, share]) =>
      share > 100 ? [{ field, message: `${share} is more than the whole: enter a percentage from 0 to 100` }] : [],
    ),
    ...(fullTimeHours !== undefined && (fullTimeHours < 20 || fullTimeHours > 60)
      ? [{ field: 'fullTimeHours', message: `${fullTimeHours} hours is no full-time week: enter 20 to 60` }]
      : []),
  ],
  examples: {
    'agreed with practitioners': {
      from: literal('2026-04-01'),
      why: 'Agreed with practitioners in March: protection and proceedings weigh more than they did.',
      help: 0.6,
      assessment: 1.2,
      inNeed: 1,
      protection: 1.6,
      lookedAfter: 1.3,
      leavingCare: 0.6,
      proceedings: 0.8,
      distance: 0.4,
      siblings: 60,
      second: 40,
      usual: 18,
      newlyQualified: 90,
      fullTimeHours: 37,
      span: 7,
      laterObservations: 3,
    },
    'one number alone': { from: literal('2026-04-01'), why: 'By the improvement plan.', usual: 16 },
  },
});
