import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

const reasons = {
  adopted: 'They adopted, and wish for no other child',
  withdrew: 'They withdrew',
  ended: 'Ended by the decision maker',
  moved: 'Moved to another agency',
  died: 'Died',
} as const;

/** They are adopters no longer: the file is kept for a hundred years where a child was adopted. */
export const adopterApprovalEnd = defineStep({
  name: 'adopterApprovalEnd',
  title: 'End of the approval of adopters',
  law: 'Adoption Agencies Regulations 2005 reg 30D',
  file: 'adopters',
  fields: {
    endedOn: date('Date', { required: 'Nothing is owed from then on' }),
    reason: code('Why', reasons, { required: 'Why adopters leave is counted' }),
    note: text('What they say of it', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.endedOn,
  offers: (_history, today) => ({ endedOn: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ reason }) => `Approval ended: ${inSentence(reasons[reason])}`,
  decide: (_history, { endedOn }, today) => notAhead({ field: 'endedOn', what: 'The date', on: endedOn }, today),
  examples: { withdrew: { endedOn: literal('2027-05-10'), reason: 'withdrew', note: 'A child of their own is expected.' } },
});
