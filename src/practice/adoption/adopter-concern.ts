import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { ifNone, officerToldOn, wrongInConcern } from './allegation-words.ts';

const kinds = {
  allegation: 'Allegation',
  suitability: 'Something that bears on their suitability',
  complaint: 'Complaint',
} as const;

/** Something that bears on whether they may adopt. What is alleged stands in the designated officer’s file alone: here, that there is something, and that it was told. */
export const adopterConcern = defineStep({
  name: 'adopterConcern',
  title: 'Concern about adopters',
  law: 'Adoption Agencies Regulations 2005 reg 30D; Adoption National Minimum Standards 22 and 23; Working Together 2023, chapter 4',
  file: 'adopters',
  fields: {
    on: date('Date', { required: 'An allegation is told to the designated officer within one working day of it' }),
    kind: code('What it is', kinds, { required: 'An allegation is for the designated officer first', neverPrefilled: true }),
    words: text('What it is about', { lines: 4, neverPrefilled: true, askedWhen: ifNone }),
    officerToldOn,
    meanwhile: text('What was decided meanwhile, without the child’s name', { lines: 2, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ kind }) => `Concern: ${inSentence(kinds[kind])}`,
  decide: (_history, answers, today) => wrongInConcern(answers, today),
  examples: {
    'an allegation': {
      on: literal('2026-05-04'),
      kind: 'allegation',
      officerToldOn: literal('2026-05-05'),
      meanwhile: 'Introductions wait until the designated officer has said what happens.',
    },
    suitability: { on: literal('2026-05-04'), kind: 'suitability', words: 'They have parted, and she wishes to go on alone.' },
  },
});
