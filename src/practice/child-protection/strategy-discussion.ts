import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforePregnancy } from '../checks.ts';

export const strategyDiscussion = defineStep({
  name: 'strategyDiscussion',
  title: 'Strategy discussion',
  law: 'Children Act 1989 s47; Working Together 2023, chapter 3',
  fields: {
    heldOn: date('Date of the strategy discussion', { required: 'The limit for the initial conference runs from it' }),
    enquiriesInitiated: yesNo('Section 47 enquiries were started', {
      required: 'The limit for the initial conference runs only from the discussion that started enquiries',
      neverPrefilled: true,
    }),
    decision: text('What was decided, and why', { lines: 5, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.heldOn,
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker'], read: practitioners },
  summary: ({ enquiriesInitiated }) => `Strategy discussion: section 47 enquiries ${enquiriesInitiated ? 'started' : 'not started'}`,
  decide: (history, { heldOn }, today) => {
    const day = { field: 'heldOn', what: 'The date of the strategy discussion', on: heldOn };
    return [...notAhead(day, today), ...notBeforePregnancy(day, history)];
  },
  examples: {
    'enquiries started': {
      heldOn: literal('2026-03-04'),
      enquiriesInitiated: true,
      decision: 'Joint enquiries with the police: unexplained bruising.',
    },
  },
});
