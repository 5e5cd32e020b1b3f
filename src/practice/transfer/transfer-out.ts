import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

/** We tell another authority that a child on our plan has moved there; told again with the day of their conference once it has been held. */
export const transferOut = defineStep({
  name: 'transferOut',
  title: 'Child on our plan moved to another authority',
  law: 'Working Together 2023, chapter 3: our plan stands until their conference has been held',
  fields: {
    notifiedOn: date('Date we told them', { required: 'Their 15 working days for a conference run from it' }),
    authority: text('Which authority', { longest: 200, required: 'Says who takes over the duty, and who is asked whether it has' }),
    kind: code('What was handed over', {
      plan: 'Child protection plan',
      childInNeed: 'Child in need plan or family help',
      information: 'Information only',
    }),
    theirWorker: text('Their worker, and how to reach them', { longest: 200 }),
    until: text('What each authority does until then', { lines: 3 }),
  },
  happenedOn: (answers) => answers.notifiedOn,
  offers: (_history, today) => ({ notifiedOn: { value: today } }),
  togetherWith: 'siblings',
  may: { record: ['socialWorker', 'teamManager', 'reviewingOfficer'], read: practitioners },
  summary: ({ authority }) => `${authority} told that the child has moved there`,
  decide: (_history, { notifiedOn }, today) => notAhead({ field: 'notifiedOn', what: 'The date we told them', on: notifiedOn }, today),
  examples: { 'to the next county': { notifiedOn: literal('2026-03-02'), authority: 'Southmoor County Council', kind: 'plan' } },
});
