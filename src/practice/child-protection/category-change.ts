import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { categoriesOfAbuse } from '../../vocabulary/cin.ts';
import { notAhead, notBeforeStart } from '../checks.ts';

/** A review conference found that the child is harmed otherwise than was thought. The plan is the same plan. */
export const categoryChange = defineStep({
  name: 'categoryChange',
  title: 'Category of abuse changed',
  law: 'Working Together 2023, chapter 3; Children in need census, module 5',
  fields: {
    changedOn: date('Date of the change', { required: 'Lists and the census say which category held on a day' }),
  },
  each: {
    category: code('Category of abuse now', categoriesOfAbuse, {
      required: 'Children in need census: the latest category',
      neverPrefilled: true,
    }),
    reason: text('Why', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.changedOn,
  offers: (_history, today) => ({ changedOn: { value: today } }),
  may: { record: ['reviewingOfficer', 'teamManager'], read: practitioners },
  summary: ({ category }) => `Category of abuse changed to ${categoriesOfAbuse[category].toLowerCase()}`,
  decide: (history, { changedOn }, today) => {
    const day = { field: 'changedOn', what: 'The date of the change', on: changedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'childProtectionPlan', 'the first child protection plan started')];
  },
  dependsOn: ['childProtectionPlan'],
  examples: {
    'emotional abuse': { changedOn: literal('2026-06-18'), category: 'EMO', reason: 'What harms her is what she sees at home.' },
  },
});
