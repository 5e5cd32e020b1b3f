import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

/** Nobody owes an answer to what was taken back. That nobody was pressed to is for whoever reads the words. */
export const complaintWithdrawn = defineStep({
  name: 'complaintWithdrawn',
  title: 'Complaint withdrawn',
  law: 'Children Act 1989 s26; SI 2006/1738; Getting the best from complaints (2006)',
  file: 'complaint',
  fields: {
    on: date('Date', { required: 'Every limit of the complaint ends with it' }),
    why: text('Why, in their own words', { lines: 2, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: () => 'Complaint withdrawn',
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    settled: { on: literal('2026-03-12'), why: 'He rang me. It is all right now.' },
    'without a reason': { on: literal('2026-03-12') },
  },
});
