import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { count, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

export const kinds = {
  practitioners: 'Focus group with practitioners',
  managers: 'Focus group with managers',
  children: 'Group of children and young people',
  childrenSurvey: 'Survey of children and young people',
  familySurvey: 'Survey of parents and carers',
  staffSurvey: 'Survey of staff',
  feedback: 'Feedback after a piece of work',
  compliment: 'Compliment',
} as const;

/** A focus group, a survey, feedback or a compliment: what people said, how many were asked and how many answered. It names nobody. */
export const voiceExercise = defineStep({
  name: 'voiceExercise',
  title: 'People were asked',
  law: 'Working Together 2023, chapters 1 and 2; UN Convention on the Rights of the Child, article 12',
  file: 'voice',
  fields: {
    on: date('Date', { required: 'What was said is of a time' }),
    kind: code('How', kinds, { required: 'Says who spoke, and how freely' }),
    asked: count('How many were asked'),
    answered: count('How many answered'),
    said: text('What they said, in their words', { lines: 6, neverPrefilled: true, hint: 'Nobody’s name' }),
    notHeard: text('Who was not heard', { lines: 2, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ kind, asked, answered }) =>
    `${kinds[kind]}${answered === undefined ? '' : `: ${answered}${asked === undefined ? '' : ` of ${asked}`} answered`}`,
  decide: (_history, { on, asked, answered }, today) => [
    ...notAhead({ field: 'on', what: 'The date', on }, today),
    ...(asked !== undefined && answered !== undefined && answered > asked
      ? [{ field: 'answered', message: `${answered} answered and ${asked} were asked: correct one of the two` }]
      : []),
  ],
  examples: {
    'practitioners and managers': {
      on: literal('2026-03-09'),
      kind: 'practitioners',
      asked: 40,
      answered: 23,
      said: 'We know what good visits look like. We have no time left for them on Thursdays.',
      notHeard: 'Night staff: the group met at noon.',
    },
    'a compliment': { on: literal('2026-03-09'), kind: 'compliment', said: 'She came when she said she would, every time.' },
  },
});
