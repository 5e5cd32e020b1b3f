import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { boardPeople, practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { openActions } from './open-actions.ts';

const ways = { done: 'Done', begun: 'Begun', withdrawn: 'Withdrawn: it will not be done' } as const;

/** How an action stands. Done and withdrawn end its limit; neither takes away that it was late. */
export const actionProgress = defineStep({
  name: 'actionProgress',
  title: 'Progress of an action',
  law: 'Working Together 2023, chapter 3: progress against the plan is recorded',
  file: 'also',
  fields: {
    on: date('Date', { required: 'Shows whether the action was done by its day' }),
    action: link('Which action', 'entry', { required: 'Progress is of one action, and ends the limit of that one alone' }),
    how: code('How it stands', ways, { required: 'Done or withdrawn ends the limit', neverPrefilled: true }),
    note: text('What came of it, or why it is withdrawn', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  among: openActions,
  may: { record: [...practitionersAndLeads, ...boardPeople], read: [...practitionersAndLeads, ...boardPeople] },
  summary: ({ how, note }) => `Action ${how}${note === undefined ? '' : `: ${note}`}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  dependsOn: ['action'],
  examples: {
    done: { on: literal('2026-04-17'), action: '33333333-3333-4333-8333-333333333333', how: 'done' },
    withdrawn: {
      on: literal('2026-04-17'),
      action: '33333333-3333-4333-8333-333333333333',
      how: 'withdrawn',
      note: 'The family has moved; the new nursery has a place.',
    },
  },
});
