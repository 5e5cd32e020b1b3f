import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';

/** An auditor’s own file of a programme: nobody else who audits opens it, so that a second audit is blind. */
export const auditsTakenOn = defineStep({
  name: 'auditsTakenOn',
  title: 'Audits taken on',
  law: 'Children Act 2004 s11',
  file: 'caseAudit',
  fields: {
    on: date('Date', { required: 'The file begins with it' }),
    question: text('What the audits ask', { lines: 3 }),
  },
  happenedOn: (answers) => answers.on,
  page: 'audit-programme',
  may: { record: ['headOfService', 'reviewingOfficer', 'teamManager'], read: practitioners },
  summary: () => 'Audits taken on',
  examples: { taken: { on: literal('2026-05-05'), question: 'Is the child seen alone, and does it change the plan?' } },
});
