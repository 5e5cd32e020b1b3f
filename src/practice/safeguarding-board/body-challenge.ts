import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { agencies } from './agencies.ts';
import { challengeAnswered } from './body-limits.ts';
import { mayOfBodies } from './readers.ts';

/** Who challenged whom on what. */
export const bodyChallenge = defineStep({
  name: 'bodyChallenge',
  title: 'Challenge between agencies',
  law: 'Working Together 2023, chapter 2: partners hold one another to account',
  file: 'body',
  fields: {
    on: date('Date', { required: 'The answer is due from it' }),
    by: code('Who challenges', agencies),
    whom: code('Whom', agencies, { required: 'A challenge to everybody is answered by nobody' }),
    about: text('On what', { lines: 3, required: 'What is asked is what must be answered' }),
    evidence: text('On what evidence', { lines: 2 }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  timescales: [challengeAnswered],
  may: mayOfBodies,
  summary: ({ by, whom, about }) => `${by === undefined ? '' : `${agencies[by]} to `}${agencies[whom]}: ${about}`,
  decide: (_history, { on, by, whom }, today) => [
    ...notAhead({ field: 'on', what: 'The date', on }, today),
    ...(by !== undefined && by === whom ? [{ field: 'whom', message: 'Nobody challenges their own agency here: choose another' }] : []),
  ],
  examples: {
    'of reports that come late': {
      on: literal('2026-03-02'),
      by: 'police',
      whom: 'integratedCareBoard',
      about: 'No report of a GP reached eighteen of forty conferences. What will be different in June?',
      evidence: 'Audit of forty conferences, February 2026',
    },
  },
});
