import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeBirth } from '../checks.ts';

const kinds = { initial: 'Initial assessment (viability)', full: 'Full assessment' } as const;
const outcomes = {
  suitable: 'Suitable',
  withSupport: 'Suitable, with the support that is named',
  furtherWork: 'More must be known first',
  notSuitable: 'Not suitable',
} as const;

/** Whether those who wish to be special guardians can bring the child up until 18: first whether it can be, then in full. */
export const guardianAssessment = defineStep({
  name: 'guardianAssessment',
  title: 'Assessment of prospective special guardians',
  law: 'Children Act 1989 s14A(8); Special Guardianship Regulations 2005 reg 21 and Schedule, as amended by SI 2016/111',
  fields: {
    assessedOn: date('Date', { required: 'It says on what the report to the court rests' }),
    kind: code('Which assessment', kinds, { required: 'An initial one is not enough for a court' }),
    outcome: code('Outcome', outcomes, { required: 'It is what the authority tells the court', neverPrefilled: true }),
    harm: text('Harm that the child has suffered, and what the child needs now and until 18 because of it', {
      lines: 4,
      neverPrefilled: true,
    }),
    relationship: text('What they are and were to the child, and how they keep the child safe from others', {
      lines: 4,
      neverPrefilled: true,
    }),
    childsView: text('What the child says, in their own words', { lines: 2, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.assessedOn,
  offers: (_history, today) => ({ assessedOn: { value: today } }),
  togetherWith: 'nobody',
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: ({ kind, outcome }) => `Prospective special guardians, ${inSentence(kinds[kind])}: ${inSentence(outcomes[outcome])}`,
  decide: (history, { assessedOn }, today) => {
    const day = { field: 'assessedOn', what: 'The date', on: assessedOn };
    return [...notAhead(day, today), ...notBeforeBirth(day, history)];
  },
  examples: {
    initial: { assessedOn: literal('2026-02-02'), kind: 'initial', outcome: 'furtherWork' },
    full: {
      assessedOn: literal('2026-03-16'),
      kind: 'full',
      outcome: 'withSupport',
      harm: 'Neglect in his first two years; speech is behind, and he hides food.',
      relationship:
        'His mother’s mother; he stayed with her every weekend from birth. She ends a visit when her daughter has been drinking.',
      childsView: '“Nan’s is my home.”',
    },
  },
});
