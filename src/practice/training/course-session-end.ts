import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { mayOfCourses } from './readers.ts';

/** A session that is not held. Whoever has booked sees it where they booked. */
export const courseSessionEnd = defineStep({
  name: 'courseSessionEnd',
  title: 'Session called off',
  law: 'Working Together 2023, chapter 2: multi-agency training',
  file: 'course',
  fields: {
    on: date('Date', { required: 'A chronology is by the day on which something happened' }),
    session: link('Which session', 'entry', { required: 'One session is called off, not the course' }),
    why: text('Why', { lines: 2, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  among: (history) => history.filter(({ step }) => step === 'courseSession'),
  may: mayOfCourses,
  summary: ({ why }) => `Session called off${why === undefined ? '' : `: ${why}`}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'too few': { on: literal('2026-04-14'), session: '55555555-5555-4555-8555-555555555555', why: 'Five booked. It is held in June.' },
  },
});
