import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { ifNone, officerToldOn, wrongInConcern } from '../adoption/allegation-words.ts';
import { concernLimits } from './fostering-limits.ts';

const kinds = {
  allegation: 'Allegation',
  standard: 'Standard of care',
  complaint: 'Complaint',
  serious: 'Serious illness, accident or other event',
} as const;

/** An allegation, a standard of care, a complaint: each is looked into, and says which children are there meanwhile. What is alleged, and what the designated officer does, stands in a file of its own, and nothing of it here. */
export const fosterConcern = defineStep({
  name: 'fosterConcern',
  title: 'Concern about foster carers',
  law: 'Fostering Services (England) Regulations 2011 reg 28(4), 36 and Sch 7; National Minimum Standard 22',
  file: 'fosterCarer',
  fields: {
    on: date('Date', { required: 'The limits run from it' }),
    kind: code('What it is', kinds, { required: 'An allegation is for the designated officer first', neverPrefilled: true }),
    words: text('What it is about', { lines: 4, neverPrefilled: true, askedWhen: ifNone, hint: 'It is answered as it was said' }),
    officerToldOn,
    meanwhile: text('What was decided for the children meanwhile, and why', { lines: 2, neverPrefilled: true }),
    support: text('Independent support that the carers were offered', { longest: 300, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  timescales: concernLimits,
  offers: (_history, today) => ({ on: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ kind }) => `Concern: ${inSentence(kinds[kind])}`,
  decide: (_history, answers, today) => wrongInConcern(answers, today),
  examples: {
    'a standard of care': { on: literal('2026-05-04'), kind: 'standard', words: 'Two school reports of clothes that do not fit.' },
    'an allegation': {
      on: literal('2026-05-04'),
      kind: 'allegation',
      officerToldOn: literal('2026-05-05'),
      meanwhile: 'With the respite carers that they know.',
      support: 'FosterTalk',
    },
  },
});
