import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

const took = {
  place: 'It took place',
  short: 'It was cut short',
  notByThem: 'They did not come',
  notByUs: 'We could not make it happen',
  notByChild: 'The child did not want to',
} as const;

/** One time with the family, as it went. Brothers and sisters who were there together are one entry; each has a line of their own. */
export const familyTime = defineStep({
  name: 'familyTime',
  title: 'Family time that was to be',
  law: 'Children Act 1989 s34 and Sch 2 para 15',
  fields: {
    on: date('Date', { required: 'Whether family time happens as planned is asked at every review' }),
    who: text('Who was there', { longest: 300 }),
    how: code('How it went', took, { required: 'What did not happen counts as what did', neverPrefilled: true }),
    note: text('What was seen', { lines: 4, neverPrefilled: true }),
  },
  each: {
    childsView: text('What the child said or showed, before and after', { lines: 2, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker'], read: practitioners },
  summary: ({ how }) => `Family time: ${inSentence(took[how])}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'a Saturday': {
      on: literal('2026-02-07'),
      who: 'Their mother; a support worker near by',
      how: 'place',
      note: 'She brought lunch, and sat on the floor with both.',
      childsView: 'Ran to her; cried in the car, then slept.',
    },
  },
});
