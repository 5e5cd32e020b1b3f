import { addDays, date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';

/** Back at work: the last day away of the absence that began last. */
export const staffAbsenceEnd = defineStep({
  name: 'staffAbsenceEnd',
  title: 'Return to work',
  law: 'Children Act 1989 s83 (workforce census): working days lost; Equality Act 2010 s20: adjustments',
  file: 'staff',
  fields: {
    lastDay: date('Last day away', { required: 'Days lost are counted up to it' }),
    agreed: text('What was agreed for the return', {
      lines: 3,
      neverPrefilled: true,
      hint: 'Fewer hours for a time, no new children, who is asked first. No illness is named here',
    }),
  },
  happenedOn: (answers) => answers.lastDay,
  offers: (_history, today) => ({ lastDay: { value: addDays(today, -1) } }),
  may: { record: ['teamManager', 'headOfService'], read: practitionersAndLeads },
  summary: () => 'Back at work',
  decide: (history, { lastDay }, today) => [
    ...notAhead({ field: 'lastDay', what: 'The last day away', on: lastDay }, today),
    ...notBeforeStart({ field: 'lastDay', what: 'The last day away', on: lastDay }, history, 'staffAbsence', 'the absence began'),
  ],
  dependsOn: ['staffAbsence'],
  examples: {
    'back after three weeks': { lastDay: literal('2026-05-01'), agreed: 'Half days for two weeks; no new child before June.' },
    'at once': { lastDay: literal('2026-05-01') },
  },
});
