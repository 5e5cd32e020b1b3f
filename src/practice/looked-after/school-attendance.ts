import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { count, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

/** A session is half a school day. */
const standing = {
  full: 'Full timetable',
  reduced: 'Reduced timetable',
  none: 'No school place',
  educatedOtherwise: 'Taught elsewhere',
} as const;

/** How much of school a child had since a term began, as the school counts it. */
export const schoolAttendance = defineStep({
  name: 'schoolAttendance',
  title: 'School attendance',
  law: 'Children Act 1989 s22(3A); Promoting the education of looked-after children 2018; Working together to improve school attendance 2024',
  fields: {
    upTo: date('Counted up to', { required: 'Attendance is counted from the beginning of the term to a day' }),
    possible: count('Sessions that were possible', { required: 'A share needs to know of how many' }),
    attended: count('Sessions attended', { required: 'Two sessions are a school day' }),
    unauthorised: count('Of the others, not authorised'),
    standing: code('Timetable', standing),
    note: text('What keeps the child away, and what is done', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.upTo,
  offers: (_history, today) => ({ upTo: { value: today } }),
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: ({ possible, attended }) =>
    `School attendance: ${attended} of ${possible} sessions${possible === 0 ? '' : ` (${Math.round((100 * attended) / possible)} %)`}`,
  decide: (_history, { upTo, possible, attended, unauthorised }, today) => [
    ...notAhead({ field: 'upTo', what: 'The day up to which it is counted', on: upTo }, today),
    ...(attended > possible
      ? [{ field: 'attended', message: `${attended} sessions attended is more than the ${possible} that were possible` }]
      : []),
    ...(unauthorised !== undefined && unauthorised > possible - attended
      ? [
          {
            field: 'unauthorised',
            message: `${unauthorised} sessions not authorised is more than the ${possible - attended} that were missed`,
          },
        ]
      : []),
  ],
  examples: {
    'half a term': {
      upTo: literal('2026-02-13'),
      possible: 60,
      attended: 51,
      unauthorised: 4,
      standing: 'full',
      note: 'Late after family time on Mondays.',
    },
  },
});
