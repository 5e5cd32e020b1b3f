import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { count, link, text } from '../../kernel/field/plain.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { mayOfCourses } from './readers.ts';

export const evaluated = { onTheDay: 'On the day', threeMonths: 'Three months on' } as const;

/** What those who came said of it: counted, of all of them together, so that nobody is known by what they said. On the day, and again when they have had time to use it. */
export const courseEvaluation = defineStep({
  name: 'courseEvaluation',
  title: 'What those say who came',
  law: 'Working Together 2023, chapter 2: the impact of multi-agency training is evaluated',
  file: 'course',
  fields: {
    on: date('Date', { required: 'A chronology is by the day on which something happened' }),
    session: link('Of which session', 'entry', { required: 'Those who answer came to one session' }),
    when: code('When they were asked', evaluated, { required: 'What is thought on the day is not what is done three months on' }),
    answered: count('How many answered', { neverPrefilled: true }),
    good: count('On the day: how many found it good. Three months on: how many have used it in their work', { neverPrefilled: true }),
    words: text('What they say, in words that name nobody', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  among: (history) => {
    const held = new Set(history.flatMap(({ step, answers }) => (step === 'courseRegister' ? [answers['session']] : [])));
    return history.filter(({ step, entry }) => step === 'courseSession' && held.has(entry));
  },
  may: mayOfCourses,
  summary: ({ when, answered, good }) =>
    `${evaluated[when]}: ${answered === undefined || good === undefined ? 'not counted' : `${good} of ${answered} ${when === 'onTheDay' ? 'found it good' : 'have used it'}`}`,
  decide: (_history, { on, answered, good }, today) => [
    ...notAhead({ field: 'on', what: 'The date', on }, today),
    ...(answered !== undefined && good !== undefined && good > answered
      ? [{ field: 'good', message: `${good} cannot be of ${answered} who answered` }]
      : []),
  ],
  examples: {
    'on the day': {
      on: literal('2026-04-21'),
      session: '55555555-5555-4555-8555-555555555555',
      when: 'onTheDay',
      answered: 19,
      good: 18,
      words: 'The afternoon was the best training in years.',
    },
    'three months on': {
      on: literal('2026-07-27'),
      session: '55555555-5555-4555-8555-555555555555',
      when: 'threeMonths',
      answered: 15,
      good: 4,
    },
  },
});
