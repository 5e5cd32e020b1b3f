import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { dentalLimits } from './health-limits.ts';

export const dentalCheck = defineStep({
  name: 'dentalCheck',
  title: 'Dental check',
  law: 'Care Planning, Placement and Case Review Regulations 2010 Sch 1; children looked after return, OC2',
  fields: {
    checkedOn: date('Date of the check', { required: 'The reminder for the next check runs from it' }),
  },
  each: {
    attended: yesNo('The child was seen by the dentist'),
    note: text('What was found', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.checkedOn,
  timescales: dentalLimits,
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: ({ attended }) => (attended === false ? 'Dental check missed' : 'Dental check'),
  decide: (_history, { checkedOn }, today) => notAhead({ field: 'checkedOn', what: 'The date of the check', on: checkedOn }, today),
  examples: { seen: { checkedOn: literal('2026-02-10'), attended: true, note: 'One filling.' } },
});
