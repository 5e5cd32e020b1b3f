import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import type { History } from '../../kernel/step/history.ts';
import type { Offer } from '../../kernel/step/offers.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { reasonsForSocialWorkerChange } from '../../vocabulary/ssda903.ts';
import { notAhead } from '../checks.ts';

/** Who has the case now leads what follows, until somebody says otherwise. */
export function workerNow(history: History): Offer<string> | undefined {
  const from = history.findLast(
    ({ step, answers }) => step === 'allocation' && (answers['role'] ?? 'lead') === 'lead' && typeof answers['worker'] === 'string',
  );
  return from && { value: String(from.answers['worker']), from };
}

const allocationRoles = { lead: 'Lead practitioner', second: 'Second worker' } as const;

export const allocation = defineStep({
  name: 'allocation',
  title: 'Allocation',
  law: 'Working Together 2023, chapter 3: a lead practitioner for every child',
  fields: {
    allocatedOn: date('Date of the allocation', { required: 'Says who was responsible for the child, and since when' }),
    worker: link('Worker', 'member'),
    team: link('Team', 'team'),
    role: code('Role', allocationRoles),
    reasonForChange: code('Why the worker changed', reasonsForSocialWorkerChange, {
      hint: 'Only when the child had another worker before',
    }),
    handover: text('What the new worker must know', {
      lines: 3,
      neverPrefilled: true,
      hint: 'When a worker changes: who told the child, what was promised, what must be done first',
    }),
  },
  happenedOn: (answers) => answers.allocatedOn,
  offers: (_history, today) => ({ allocatedOn: { value: today } }),
  togetherWith: 'siblings',
  may: { record: ['teamManager', 'headOfService'], read: practitionersAndLeads },
  summary: ({ role }) => `Allocated${role === undefined ? '' : `: ${allocationRoles[role].toLowerCase()}`}`,
  decide: (_history, { allocatedOn }, today) =>
    notAhead({ field: 'allocatedOn', what: 'The date of the allocation', on: allocatedOn }, today),
  examples: {
    'lead practitioner': {
      allocatedOn: literal('2026-03-03'),
      worker: '11111111-1111-4111-8111-111111111111',
      team: '22222222-2222-4222-8222-222222222222',
      role: 'lead',
    },
    'handed over': {
      allocatedOn: literal('2026-05-11'),
      worker: '33333333-3333-4333-8333-333333333333',
      role: 'lead',
      reasonForChange: 'LEFTRL',
      handover: 'Met both together on Friday. She was promised the same Thursday for visits. The school expects a call.',
    },
  },
});
