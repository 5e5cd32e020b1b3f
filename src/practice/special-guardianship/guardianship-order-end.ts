import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';

const reasons = {
  discharged: 'Discharged by the court',
  careOrder: 'A care order was made',
  cannot: 'The guardian cannot go on, and the child lives elsewhere',
  died: 'The guardian died',
} as const;

/** The order is discharged, or no longer describes who brings the child up: what broke is learnt from. At 18 it ends by itself. */
export const guardianshipOrderEnd = defineStep({
  name: 'guardianshipOrderEnd',
  title: 'Special guardianship ended',
  law: 'Children Act 1989 ss14D and 14E',
  fields: {
    endedOn: date('Date', { required: 'Support is reviewed no longer' }),
    reason: code('Why', reasons, { required: 'Why special guardianship breaks down is counted' }),
    childsView: text('What the child says, in their own words', { lines: 2, neverPrefilled: true }),
    before: text('What was tried before', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.endedOn,
  offers: (_history, today) => ({ endedOn: { value: today } }),
  togetherWith: 'nobody',
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: ({ reason }) => `Special guardianship ended: ${inSentence(reasons[reason])}`,
  decide: (history, { endedOn }, today) => {
    const day = { field: 'endedOn', what: 'The date', on: endedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'guardianshipEnd', 'the order was made')];
  },
  dependsOn: ['guardianshipEnd'],
  examples: {
    'she fell ill': { endedOn: literal('2027-06-07'), reason: 'cannot', before: 'A break each month; his aunt at weekends.' },
  },
});
