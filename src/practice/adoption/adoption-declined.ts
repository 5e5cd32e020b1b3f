import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeBirth } from '../checks.ts';
import { adoptionSubjects } from './adoption-recommendation.ts';

/** The decision-maker decides against it: the child should not be placed for adoption, or not with these adopters. */
export const adoptionDeclined = defineStep({
  name: 'adoptionDeclined',
  title: 'Decided against adoption, or against a match',
  law: 'Adoption Agencies Regulations 2005 regs 19, 33',
  fields: {
    decidedOn: date('Date of the decision', { required: 'Parents and adopters are told within days of it' }),
    subject: code('What about', adoptionSubjects, { required: 'Says what the panel’s recommendation led to' }),
    reasons: text('Reasons, and what is planned instead', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.decidedOn,
  offers: (_history, today) => ({ decidedOn: { value: today } }),
  may: { record: ['teamManager', 'headOfService'], read: practitioners },
  summary: ({ subject }) => `Decided against: ${inSentence(adoptionSubjects[subject])}`,
  decide: (history, { decidedOn }, today) => {
    const day = { field: 'decidedOn', what: 'The date of the decision', on: decidedOn };
    return [...notAhead(day, today), ...notBeforeBirth(day, history)];
  },
  examples: {
    'not this match': {
      decidedOn: literal('2026-08-18'),
      subject: 'match',
      reasons: 'They hoped for a baby. He stays where he is while we look further.',
    },
  },
});
