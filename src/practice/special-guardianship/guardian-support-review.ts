import { date as literal } from '../../kernel/calendar/dates.ts';
import { code, codes } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';

const parts = { services: 'Services', money: 'Money paid regularly' } as const;
const decisions = {
  goesOn: 'Goes on as it is',
  change: 'A change is proposed, with time for an answer',
  ended: 'Ends, after time for an answer',
} as const;

/** Each year, and when something changed: whether the support still does what it is for, and what the guardian’s statement says of money. */
export const guardianSupportReview = defineStep({
  name: 'guardianSupportReview',
  title: 'Review of special guardianship support',
  law: 'Special Guardianship Regulations 2005 regs 10, 17 and 18',
  fields: {
    reviewedOn: date('Date', { required: 'The next is owed within a year of it' }),
    reviewed: codes('What was reviewed', parts, { required: 'Services and money have reviews of their own (regulations 17 and 18)' }),
    statement: yesNo('Is the guardian’s yearly statement in?', {
      neverPrefilled: true,
      hint: 'Their finances, the child’s, where both live (regulation 10)',
      askedWhen: ({ reviewed }) => Array.isArray(reviewed) && reviewed.includes('money'),
    }),
    decision: code('What follows', decisions, { required: 'It says whether support goes on', neverPrefilled: true }),
    found: text('How child and guardian are, in their words', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.reviewedOn,
  offers: (_history, today) => ({ reviewedOn: { value: today } }),
  togetherWith: 'nobody',
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: ({ reviewed, decision }) =>
    `Special guardianship support reviewed (${reviewed.map((one) => inSentence(parts[one])).join(', ')}): ${inSentence(decisions[decision])}`,
  decide: (history, { reviewedOn }, today) => {
    const day = { field: 'reviewedOn', what: 'The date', on: reviewedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'guardianSupportDecision', 'support was decided on')];
  },
  dependsOn: ['guardianSupportDecision'],
  examples: {
    'goes on': {
      reviewedOn: literal('2027-04-12'),
      reviewed: ['services', 'money'],
      statement: true,
      decision: 'goesOn',
      found: '“We do the meetings ourselves now.”',
    },
  },
});
