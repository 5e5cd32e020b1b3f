import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { yesNo } from '../../kernel/field/plain.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { reasonsForAbsence } from '../../vocabulary/workforce-census.ts';
import { notAhead } from '../checks.ts';

/** That somebody is away, and of which kind: no illness is named. Holidays are none. It stands until a last day is given, here or by the return. */
export const staffAbsence = defineStep({
  name: 'staffAbsence',
  title: 'Absence',
  law: 'Children Act 1989 s83 (workforce census): working days lost, and absence on 30 September; Management of Health and Safety at Work Regulations 1999 reg 3',
  file: 'staff',
  fields: {
    from: date('First day away', { required: 'Days lost are counted from it' }),
    reason: code('Kind of absence', reasonsForAbsence, {
      required: 'Only sickness counts as days lost',
      neverPrefilled: true,
      hint: 'The kind alone: no illness is named here',
    }),
    until: date('Last day away, if it is known', { hint: 'Blank: away until a return is recorded' }),
    becauseOfWork: yesNo('Because of work, as the member of staff says', { neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.from,
  offers: (_history, today) => ({ from: { value: today } }),
  may: { record: ['teamManager', 'headOfService'], read: practitionersAndLeads },
  summary: ({ reason }) => `Away: ${reasonsForAbsence[reason].toLowerCase()}`,
  decide: (_history, { from, until }, today) => [
    ...notAhead({ field: 'from', what: 'The first day away', on: from }, today),
    ...(until !== undefined && until < from ? [{ field: 'until', message: 'The last day away must be on or after the first' }] : []),
  ],
  examples: {
    'a week of sickness': { from: literal('2026-02-02'), reason: 'SIC', until: literal('2026-02-06') },
    'away since': { from: literal('2026-04-13'), reason: 'SIC', becauseOfWork: true },
    'parental leave': { from: literal('2026-05-04'), reason: 'MAT', until: literal('2027-01-29') },
  },
});
