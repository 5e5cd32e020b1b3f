import { date as literal, formatDate } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

/** Unaccompanied asylum-seeking child. A file gives only the day on which the status ceases, which may lie ahead. */
export const unaccompaniedChild = defineStep({
  name: 'unaccompaniedChild',
  title: 'Unaccompanied asylum-seeking child',
  law: 'Immigration Rules para 352ZD; Children Act 1989 s20; children looked after return, UASC',
  fields: {
    establishedOn: date('Date it was established', { hint: 'Leave empty if it is not known' }),
    ceasedOn: date('Date the status ceases or ceased', {
      hint: 'At the latest the 18th birthday',
      returns: { ssda903: 'uasc.DUC' },
    }),
  },
  happenedOn: (answers) => answers.establishedOn ?? literal('1900-01-01'),
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker'], read: practitioners },
  summary: ({ ceasedOn }) => `Unaccompanied asylum-seeking child${ceasedOn === undefined ? '' : `, until ${formatDate(ceasedOn)}`}`,
  decide: (_history, { establishedOn, ceasedOn }, today) => [
    ...notAhead({ field: 'establishedOn', what: 'The date it was established', on: establishedOn }, today),
    ...(establishedOn !== undefined && ceasedOn !== undefined && ceasedOn < establishedOn
      ? [
          {
            field: 'ceasedOn',
            message: `The status ceases on ${formatDate(ceasedOn)}, before it was established on ${formatDate(establishedOn)}`,
          },
        ]
      : []),
  ],
  carriedBy: { ssda903: 'uasc' },
  examples: { 'arrived alone': { establishedOn: literal('2025-11-03'), ceasedOn: literal('2027-06-14') } },
});
