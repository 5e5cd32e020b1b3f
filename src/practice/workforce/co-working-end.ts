import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { link } from '../../kernel/field/plain.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';

/** A second worker’s part is done: the child is in their caseload no more. A lead worker is followed by another allocation, or by one that names nobody. */
export const coWorkingEnd = defineStep({
  name: 'coWorkingEnd',
  title: 'Second worker’s part ended',
  law: 'Working Together 2023, chapter 3: who works with the child, and who leads',
  fields: {
    endedOn: date('Last day', { required: 'From the day after, the child is in their caseload no more' }),
    worker: link('Second worker', 'member', { required: 'A child may have several' }),
  },
  happenedOn: (answers) => answers.endedOn,
  offers: (history, today) => {
    const from = history.findLast(({ step, answers }) => step === 'allocation' && answers['role'] === 'second');
    const worker = from?.answers['worker'];
    return { endedOn: { value: today }, ...(from !== undefined && typeof worker === 'string' ? { worker: { value: worker, from } } : {}) };
  },
  togetherWith: 'siblings',
  may: { record: ['teamManager', 'headOfService'], read: practitionersAndLeads },
  summary: () => 'Second worker’s part ended',
  decide: (history, { endedOn }, today) => [
    ...notAhead({ field: 'endedOn', what: 'The last day', on: endedOn }, today),
    ...notBeforeStart({ field: 'endedOn', what: 'The last day', on: endedOn }, history, 'allocation', 'the first allocation'),
  ],
  dependsOn: ['allocation'],
  examples: {
    'the assessment is written': { endedOn: literal('2026-05-29'), worker: '11111111-1111-4111-8111-111111111111' },
  },
});
