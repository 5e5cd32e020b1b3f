import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { panelLimits } from './fostering-limits.ts';

const subjects = { approval: 'First approval', terms: 'Terms of approval', review: 'Review', end: 'End of approval' } as const;
const recommendations = {
  approve: 'To approve, or to go on',
  change: 'To change the terms',
  not: 'Not to approve, or to end',
  deferred: 'Deferred: more is asked for',
} as const;

/** The panel recommends; it does not decide. */
export const fosterPanel = defineStep({
  name: 'fosterPanel',
  title: 'Fostering panel',
  law: 'Fostering Services (England) Regulations 2011 regs 23–25',
  file: 'fosterCarer',
  fields: {
    heldOn: date('Date', { required: 'The seven working days of the decision maker run from it' }),
    subject: code('What about', subjects, { required: 'Says what is decided upon it' }),
    recommendation: code('Recommendation', recommendations, { required: 'It is decided upon', neverPrefilled: true }),
    reasons: text('Reasons, and who disagreed', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.heldOn,
  timescales: panelLimits,
  offers: (_history, today) => ({ heldOn: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ subject, recommendation }) => `Panel, ${inSentence(subjects[subject])}: ${inSentence(recommendations[recommendation])}`,
  decide: (_history, { heldOn }, today) => notAhead({ field: 'heldOn', what: 'The date', on: heldOn }, today),
  examples: {
    recommended: { heldOn: literal('2025-09-08'), subject: 'approval', recommendation: 'approve', reasons: 'Unanimous.' },
  },
});
