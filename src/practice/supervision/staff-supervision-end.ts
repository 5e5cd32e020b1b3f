import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

const reasons = {
  left: 'Left the service',
  longLeave: 'Long leave: a new agreement begins it again',
  moved: 'Moved to another supervisor',
} as const;

/** Nobody owes supervision of somebody who is not there. A new agreement begins it again. */
export const staffSupervisionEnd = defineStep({
  name: 'staffSupervisionEnd',
  title: 'Supervision ended',
  law: 'Standards for employers of social workers in England (LGA 2020), standard 5',
  file: 'staff',
  fields: {
    endedOn: date('Last day', { required: 'No supervision is owed after it' }),
    reason: code('Why', reasons, { required: 'Long leave is no end: it shows who must be asked on return', neverPrefilled: true }),
    handedOver: text('What the next supervisor must know', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.endedOn,
  offers: (_history, today) => ({ endedOn: { value: today } }),
  may: { record: ['teamManager', 'headOfService'], read: practitionersAndLeads },
  summary: ({ reason }) => `Supervision ended: ${reasons[reason].toLowerCase()}`,
  decide: (_history, { endedOn }, today) => notAhead({ field: 'endedOn', what: 'The last day', on: endedOn }, today),
  examples: {
    left: { endedOn: literal('2026-06-30'), reason: 'left' },
    'parental leave': { endedOn: literal('2026-06-30'), reason: 'longLeave', handedOver: 'Wants to stay in touch by telephone.' },
  },
});
