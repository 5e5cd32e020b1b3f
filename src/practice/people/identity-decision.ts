import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

export const identityDecisions = {
  same: 'The same child',
  different: 'Another child than the one that looked alike',
} as const;

/**
 * A person has decided that a child of another system’s file is the child of this record. What the file says of that child stands here because of
 * it; struck out, so is all of that. It names nobody else.
 */
export const identityDecision = defineStep({
  name: 'identityDecision',
  title: 'Whose rows of an import these are',
  law: 'UK GDPR article 5(1)(d): personal data are accurate, and put right without delay',
  fields: {
    decidedOn: date('Date of the decision', { required: 'A decision on identity can be questioned later: when it was made' }),
    decision: code('Decision', identityDecisions, { required: 'A decision on identity: two records are never merged in silence' }),
    reason: text('Reason', { lines: 3, required: 'A decision on identity can be taken back: the reason says what it rested on' }),
    childInSource: text('Child in the source', { identifies: 'childInSource' }),
  },
  happenedOn: (answers) => answers.decidedOn,
  may: { record: ['administrator'], read: practitioners },
  summary: ({ decision, reason }) => `${identityDecisions[decision]}, as an administrator decided: ${reason}`,
  decide: (_history, { decidedOn }, today) => notAhead({ field: 'decidedOn', what: 'The date of the decision', on: decidedOn }, today),
  examples: {
    'one child in both files': {
      decidedOn: literal('2026-05-20'),
      decision: 'same',
      reason: 'The school confirmed the date of birth; the other was a slip of the keyboard.',
      childInSource: 'ssda903:100234',
    },
  },
});
