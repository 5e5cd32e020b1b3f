import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { allegationLaw, officersMay } from './officer.ts';

export const strands = {
  police: 'Police investigation',
  socialCare: 'Enquiries of social care into a child’s safety',
  employer: 'The employer’s own investigation',
  regulator: 'A regulator or inspectorate',
} as const;

/** One of the strands of an allegation: each is run by who is responsible for it, in the order that was agreed. */
export const allegationEnquiry = defineStep({
  name: 'allegationEnquiry',
  title: 'Enquiry into an allegation begun',
  law: allegationLaw,
  file: 'allegation',
  fields: {
    begunOn: date('Date it began', { required: 'Says how long it has been open' }),
    strand: code('Whose enquiry', strands, { required: 'Each has an end of its own', neverPrefilled: true }),
    by: text('Who leads it, and how they are reached', { longest: 300 }),
    asks: text('What it looks into', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.begunOn,
  offers: (_history, today) => ({ begunOn: { value: today } }),
  may: officersMay,
  summary: ({ strand, by }) => `${strands[strand]} begun${by === undefined ? '' : `: ${by}`}`,
  decide: (_history, { begunOn }, today) => notAhead({ field: 'begunOn', what: 'The date', on: begunOn }, today),
  examples: {
    'of the police': { begunOn: literal('2026-03-06'), strand: 'police', by: 'DC A. Police', asks: 'Assault.' },
    'of the employer': { begunOn: literal('2026-04-02'), strand: 'employer' },
  },
});
