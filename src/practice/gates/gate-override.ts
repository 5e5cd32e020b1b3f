import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { gates, gateTitles } from './gate.ts';

/** The one way through every gate: by name, on a day, with a reason, and for one decision. */
export const gateOverride = defineStep({
  name: 'gateOverride',
  title: 'Decision taken against a condition of law',
  law: 'The law of the condition; Children Act 2004 s18: the officer answers for it',
  fields: {
    decidedOn: date('Date of the decision', { required: 'The decision goes through from this day on, once' }),
    gate: code('Which condition', gateTitles, { required: 'An override answers one condition, never all of them' }),
    reason: text('Why the decision is right for the child all the same', {
      lines: 4,
      required: 'Whoever reads the record must be able to judge why a condition of law was not waited for',
      neverPrefilled: true,
    }),
  },
  happenedOn: (answers) => answers.decidedOn,
  offers: (_history, today) => ({ decidedOn: { value: today } }),
  may: { record: ['headOfService'], read: practitioners },
  summary: ({ gate }) => `Decided all the same: ${gates[gate].title}`,
  decide: (_history, { decidedOn }, today) => notAhead({ field: 'decidedOn', what: 'The date of the decision', on: decidedOn }, today),
  examples: {
    'a child who cannot wait': {
      decidedOn: literal('2026-05-06'),
      gate: 'familyGroupDecisionMaking',
      reason: 'Both parents have left the area with the older child; the application is made today.',
    },
  },
});
