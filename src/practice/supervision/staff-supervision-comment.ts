import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

const helped = { yes: 'It helped me think', partly: 'In part', no: 'It did not' } as const;

/** The member of staff's own words about their supervision: whether the note is right, and whether it was any use. */
export const staffSupervisionComment = defineStep({
  name: 'staffSupervisionComment',
  title: 'My comment on supervision',
  law: 'Standards for employers of social workers in England (LGA 2020), standard 5: supervision is agreed and reviewed by both',
  file: 'staff',
  fields: {
    on: date('Date', { required: 'A chronology is by the day on which something happened' }),
    helped: code('Did the last supervision help you think about your work?', helped, { neverPrefilled: true }),
    comment: text('What I want to add, or would put otherwise', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  recordsAtOnce: true,
  may: { record: practitionersAndLeads, read: practitionersAndLeads },
  summary: ({ helped: how }) => `Comment on supervision${how === undefined ? '' : `: ${helped[how].toLowerCase()}`}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'it helped': { on: literal('2026-04-15'), helped: 'yes' },
    'and something to add': { on: literal('2026-04-15'), helped: 'partly', comment: 'We ran out of time for the two new children.' },
  },
});
