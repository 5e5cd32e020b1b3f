import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, statementsOf } from '../checks.ts';
import { allegationLaw, officersMay } from './officer.ts';

/** What came of one strand: a charge that was dropped is no outcome of the allegation, which is decided on the balance of probability. */
export const allegationEnquiryEnd = defineStep({
  name: 'allegationEnquiryEnd',
  title: 'Enquiry into an allegation ended',
  law: allegationLaw,
  file: 'allegation',
  fields: {
    endedOn: date('Date it ended', { required: 'What waits for it may now begin' }),
    enquiry: link('Which enquiry', 'entry', { required: 'One enquiry ends, and the others go on' }),
    found: text('What came of it', { lines: 4, required: 'The outcome is decided on what each enquiry found', neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.endedOn,
  offers: (_history, today) => ({ endedOn: { value: today } }),
  among: (history) => statementsOf('allegationEnquiry', history),
  may: officersMay,
  summary: ({ found }) => `Enquiry ended: ${found}`,
  decide: (_history, { endedOn }, today) => notAhead({ field: 'endedOn', what: 'The date', on: endedOn }, today),
  examples: {
    'no further action': {
      endedOn: literal('2026-04-01'),
      enquiry: '44444444-4444-4444-8444-444444444444',
      found: 'No further action: the evidence does not reach the criminal standard.',
    },
  },
});
