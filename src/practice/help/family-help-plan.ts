import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';

export const familyHelpPlan = defineStep({
  name: 'familyHelpPlan',
  title: 'Family help plan',
  law: 'Children Act 1989 s17; Working Together 2023, chapter 3, sections 1 and 2',
  fields: {
    agreedOn: date('Date the plan was agreed', { required: 'The first review is counted from it' }),
    goals: text('What the family and we want to be different', { lines: 4, neverPrefilled: true, required: 'A plan says what for' }),
    network: text('What the family’s own network does', { lines: 3, neverPrefilled: true }),
    ifNot: text('What happens if it does not get better', { lines: 2, neverPrefilled: true }),
  },
  each: { ownGoal: text('What will be different for this child', { lines: 2, neverPrefilled: true }) },
  happenedOn: (answers) => answers.agreedOn,
  offers: (_history, today) => ({ agreedOn: { value: today } }),
  ticks: 'household',
  may: { record: practitionersAndLeads, read: practitionersAndLeads },
  summary: () => 'Family help plan agreed',
  decide: (history, { agreedOn }, today) => {
    const day = { field: 'agreedOn', what: 'The date the plan was agreed', on: agreedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'familyHelp', 'the help started')];
  },
  examples: {
    mornings: {
      agreedOn: literal('2026-03-19'),
      goals: 'The children are at school by nine, fed; their mother sleeps.',
      network: 'Her sister takes the children on Tuesdays.',
      ifNot: 'We look again at whether the children are in need of more, with her.',
    },
  },
});
