import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

const reasons = {
  resigned: 'Resigned',
  ended: 'Ended by the decision maker',
  moved: 'Moved to another service',
  died: 'Died',
  adopted: 'Adopted, or guardians of, the child who lives with them',
} as const;

/** They resign, or the approval is ended: the record is kept for ten years from then. */
export const fosterCarerApprovalEnd = defineStep({
  name: 'fosterCarerApprovalEnd',
  title: 'End of the approval of foster carers',
  law: 'Fostering Services (England) Regulations 2011 regs 28 and 32',
  file: 'fosterCarer',
  fields: {
    endedOn: date('Date', { required: 'Nothing is owed from then on; the record is kept for ten years' }),
    reason: code('Why', reasons, { required: 'Why carers leave is counted' }),
    note: text('What they say of it', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.endedOn,
  offers: (_history, today) => ({ endedOn: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ reason }) => `Approval ended: ${inSentence(reasons[reason])}`,
  decide: (_history, { endedOn }, today) => notAhead({ field: 'endedOn', what: 'The date', on: endedOn }, today),
  examples: {
    resigned: { endedOn: literal('2026-09-30'), reason: 'resigned', note: 'Nobody rang back at night.' },
  },
});
