import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { mayOfCourses } from './readers.ts';

/** A course that is held no more: because it has done what it was for, or because it has not. */
export const courseClosed = defineStep({
  name: 'courseClosed',
  title: 'Course ended',
  law: 'Working Together 2023, chapter 2: the impact of multi-agency training is evaluated',
  file: 'course',
  fields: {
    on: date('Last day', { required: 'Nobody owes it after it' }),
    why: text('Why, and what is done instead', { lines: 3, required: 'Whoever plans the next one must know', neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  may: mayOfCourses,
  summary: ({ why }) => `Course ended: ${why}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The last day', on }, today),
  examples: {
    'it changed nothing': {
      on: literal('2026-09-01'),
      why: 'Everybody liked it, and assessments are as they were. Instead: two of each team read one assessment together every month.',
    },
  },
});
