import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { lastActions, plannedActions } from '../actions/planned-actions.ts';
import { notAhead, notBeforePregnancy } from '../checks.ts';

/** Help under section 17 is agreed to, or it is not given. */
const agreements = { agrees: 'Agrees', partly: 'Agrees in part', refuses: 'Does not agree' } as const;

export const childInNeedPlan = defineStep({
  name: 'childInNeedPlan',
  title: 'Child in need plan started',
  law: 'Children Act 1989 s17; Working Together 2023, chapter 3',
  fields: {
    startedOn: date('Date the child in need plan started', {
      required: 'Children in need census: dates of the plan',
      returns: { cin: 'CINPlanStartDate' },
    }),
    actions: plannedActions('Who does what, and by when'),
    lead: link('Lead practitioner', 'member', { hint: 'Need not be a social worker' }),
    familyAgrees: code('What the family says to the plan', agreements, { neverPrefilled: true }),
  },
  each: {
    needs: text('What the child needs to change', { lines: 4, neverPrefilled: true }),
    childsView: text('What the child says and wants', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.startedOn,
  offers: (history, today) => ({ startedOn: { value: today }, actions: lastActions(history) }),
  may: { record: ['socialWorker', 'teamManager', 'leadPractitioner'], read: practitionersAndLeads },
  summary: () => 'Child in need plan started',
  decide: (history, { startedOn }, today) => {
    const day = { field: 'startedOn', what: 'The date the child in need plan started', on: startedOn };
    return [...notAhead(day, today), ...notBeforePregnancy(day, history)];
  },
  carriedBy: { cin: 'CINPlanDates' },
  examples: {
    'after an assessment': {
      startedOn: literal('2026-04-21'),
      familyAgrees: 'agrees',
      needs: 'Somebody awake at night; a fire guard.',
      childsView: '“I want to go to football.”',
    },
  },
});
