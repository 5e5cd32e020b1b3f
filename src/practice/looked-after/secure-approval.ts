import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeBirth } from '../checks.ts';
import { secureApprovalLimits } from './secure-limits.ts';

/** No child under thirteen is kept in a secure children’s home unless the Secretary of State approved it before. */
export const secureApproval = defineStep({
  name: 'secureApproval',
  title: 'Secretary of State’s approval of secure accommodation',
  law: 'Children (Secure Accommodation) Regulations 1991 reg 4',
  fields: {
    approvedOn: date('Date of the approval', { required: 'Regulation 4: before the child is placed there' }),
    conditions: text('Terms and conditions', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.approvedOn,
  offers: (_history, today) => ({ approvedOn: { value: today } }),
  timescales: secureApprovalLimits,
  may: { record: ['socialWorker', 'teamManager', 'headOfService'], read: practitioners },
  summary: () => 'Secretary of State approved secure accommodation',
  decide: (history, { approvedOn }, today) => {
    const day = { field: 'approvedOn', what: 'The date of the approval', on: approvedOn };
    return [...notAhead(day, today), ...notBeforeBirth(day, history)];
  },
  examples: { approved: { approvedOn: literal('2026-03-02'), conditions: 'Reviewed by the Department after one month.' } },
});
