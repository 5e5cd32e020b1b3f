import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { count, text } from '../../kernel/field/plain.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { standards } from '../case-file-audit/grades.ts';
import { notAhead } from '../checks.ts';
import { mayOfCourses } from './readers.ts';
import { topics } from './topics.ts';

/** Whom a course is mandatory for, by what they are in the record’s eyes. */
export const obliged = {
  everybody: 'Everybody who works with children',
  socialWorkers: 'Social workers, their managers and reviewing officers',
  managers: 'Managers',
} as const;

/** What a course is for. Beginning with what is to be otherwise in practice, it says by which standard of the audits that will be seen. The last design stands. */
export const courseDesign = defineStep({
  name: 'courseDesign',
  title: 'Course',
  law: 'Working Together 2023, chapter 2: multi-agency training is provided, and its impact is evaluated',
  file: 'course',
  fields: {
    from: date('From', { required: 'A need from before it is answered by it' }),
    topic: code('Topic', topics, { required: 'By it a course is found for a need' }),
    aim: text('What will be otherwise in practice', { lines: 3, required: 'A course without an aim cannot fail, and so cannot work' }),
    standard: code('By which standard of the audits that will be seen', standards, {
      hint: 'What auditors find of it before the course and from three months after is compared',
    }),
    mandatoryFor: code('Mandatory for', obliged, { hint: 'Blank: for nobody' }),
    everyMonths: count('Again after how many months', {
      hint: 'Blank: once',
      askedWhen: ({ mandatoryFor }) => mandatoryFor !== undefined,
    }),
  },
  happenedOn: (answers) => answers.from,
  offers: (_history, today) => ({ from: { value: today } }),
  may: mayOfCourses,
  summary: ({ topic, mandatoryFor }) =>
    `Course: ${topics[topic].toLowerCase()}${mandatoryFor === undefined ? '' : `. Mandatory: ${obliged[mandatoryFor].toLowerCase()}`}`,
  decide: (_history, { from, everyMonths }, today) => [
    ...notAhead({ field: 'from', what: 'The first day', on: from }, today),
    ...(everyMonths !== undefined && (everyMonths < 1 || everyMonths > 60)
      ? [
          {
            field: 'everyMonths',
            message: `${everyMonths} is not a number of months after which it is due again: enter 1 to 60, or leave it blank`,
          },
        ]
      : []),
  ],
  examples: {
    'to move a standard': {
      from: literal('2026-01-12'),
      topic: 'uncertainty',
      aim: 'Each assessment weighs another explanation, and says what nobody knows.',
      standard: 'assessment',
    },
    'mandatory every three years': {
      from: literal('2025-01-06'),
      topic: 'safeguardingBasics',
      aim: 'Everybody knows what to do today with what worries them.',
      mandatoryFor: 'everybody',
      everyMonths: 36,
    },
  },
});
