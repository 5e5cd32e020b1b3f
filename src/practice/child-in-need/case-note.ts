import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { agreedActions } from '../actions/planned-actions.ts';
import { notAhead } from '../checks.ts';

/** What is worth knowing and is no step of its own: a call, a letter, a talk at the school gate. One note for all the children it is about. */
export const caseNote = defineStep({
  name: 'caseNote',
  title: 'Case note',
  law: 'Children Act 1989 s17; the child’s record is accurate, complete and up to date (Working Together 2023)',
  fields: {
    notedOn: date('Date', { required: 'A chronology is by the day on which something happened' }),
    note: text('What happened, and what it means', { lines: 8, required: 'Without words there is no note', neverPrefilled: true }),
    agreedActions,
  },
  each: { ofThisChild: text('Of this child alone', { lines: 2, neverPrefilled: true }) },
  happenedOn: (answers) => answers.notedOn,
  offers: (_history, today) => ({ notedOn: { value: today } }),
  recordsAtOnce: true,
  may: { record: practitionersAndLeads, read: practitionersAndLeads },
  summary: () => 'Case note',
  decide: (_history, { notedOn }, today) => notAhead({ field: 'notedOn', what: 'The date of the note', on: notedOn }, today),
  examples: {
    'a call from school': { notedOn: literal('2026-04-09'), note: 'School rang: both children have come in dry clothes all week.' },
    'what was agreed on the telephone': {
      notedOn: literal('2026-04-09'),
      note: 'The school will keep the breakfast place.',
      agreedActions: [{ what: 'The breakfast place is kept', whoElse: 'The head teacher', byWhen: literal('2026-04-20') }],
    },
  },
});
