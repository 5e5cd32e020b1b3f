import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { categoriesOfAbuse } from '../../vocabulary/cin.ts';
import { notAhead, notBeforePregnancy } from '../checks.ts';

/** Another authority tells us that a child on its child protection plan has moved here. Until our conference their plan stands, and so does their duty. */
export const transferIn = defineStep({
  name: 'transferIn',
  title: 'Told of a child moving in on a plan',
  law: 'Working Together 2023, chapter 3: a child protection conference within 15 working days of being told',
  fields: {
    notifiedOn: date('Date we were told', { required: 'The 15 working days for the transfer-in conference run from it' }),
    authority: text('Which authority', {
      longest: 200,
      required: 'Its plan stands until our conference: somebody there still answers for it',
    }),
    theirWorker: text('Their worker, and how to reach them', { longest: 200 }),
    category: code('Category of their plan', categoriesOfAbuse, { neverPrefilled: true }),
    movedOn: date('Date the family moved here'),
    until: text('What each authority does until then', { lines: 3 }),
  },
  happenedOn: (answers) => answers.notifiedOn,
  offers: (_history, today) => ({ notifiedOn: { value: today } }),
  togetherWith: 'siblings',
  may: { record: ['dutyWorker', 'teamManager', 'reviewingOfficer', 'socialWorker'], read: practitioners },
  summary: ({ authority }) => `Moved in on the child protection plan of ${authority}`,
  decide: (history, { notifiedOn, movedOn }, today) => {
    const day = { field: 'notifiedOn', what: 'The date we were told', on: notifiedOn };
    return [
      ...notAhead(day, today),
      ...notBeforePregnancy(day, history),
      ...notAhead({ field: 'movedOn', what: 'The date the family moved', on: movedOn }, today),
    ];
  },
  examples: {
    'from the next county': {
      notifiedOn: literal('2026-03-02'),
      authority: 'Southmoor County Council',
      category: 'NEG',
      movedOn: literal('2026-02-27'),
    },
  },
});
