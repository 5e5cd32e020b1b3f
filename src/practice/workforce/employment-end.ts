import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { leaverDestinations, reasonsForLeaving } from '../../vocabulary/workforce-census.ts';
import { notAhead, notBeforeStart } from '../checks.ts';

/** The last day of somebody who leaves the service. Their account is closed by whoever runs the system; their children have no worker from the day after. */
export const employmentEnd = defineStep({
  name: 'employmentEnd',
  title: 'Employment ended',
  law: 'Children Act 1989 s83 (workforce census): leavers, why and where to',
  file: 'staff',
  fields: {
    endedOn: date('Last day', { required: 'Leavers of a year are counted from it, and their children have no worker after it' }),
    reason: code('Why they left', reasonsForLeaving, { required: 'Workforce census: reason for leaving', neverPrefilled: true }),
    destination: code('Where to', leaverDestinations, { neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.endedOn,
  offers: (_history, today) => ({ endedOn: { value: today } }),
  may: { record: ['teamManager', 'headOfService'], read: practitionersAndLeads },
  summary: ({ reason }) => `Left: ${reasonsForLeaving[reason].toLowerCase()}`,
  decide: (history, { endedOn }, today) => [
    ...notAhead({ field: 'endedOn', what: 'The last day', on: endedOn }, today),
    ...notBeforeStart({ field: 'endedOn', what: 'The last day', on: endedOn }, history, 'employment', 'the employment began'),
  ],
  dependsOn: ['employment'],
  examples: {
    'to another authority': { endedOn: literal('2026-06-30'), reason: '1', destination: '1' },
    retired: { endedOn: literal('2026-06-30'), reason: '5' },
  },
});
