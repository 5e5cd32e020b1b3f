import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforePregnancy } from '../checks.ts';

/** One way from help to protection: who helps may change on it, never whose assessment and plan it is. */
const levels = {
  earlyHelp: 'Early help',
  familyHelp: 'Family help',
} as const;

export const familyHelp = defineStep({
  name: 'familyHelp',
  title: 'Family help started',
  law: 'Children Act 2004 s10; Children Act 1989 s17 and Sch 2; Working Together 2023, chapter 3, section 1',
  fields: {
    startedOn: date('Date the help started', { required: 'The first review is counted from the plan, and the plan from here' }),
    level: code('Which help', levels, { required: 'Says which team answers for the family' }),
    why: text('What the family wants help with', { lines: 4, neverPrefilled: true }),
  },
  each: { ownNeed: text('What this child needs', { lines: 2, neverPrefilled: true }) },
  happenedOn: (answers) => answers.startedOn,
  offers: (_history, today) => ({ startedOn: { value: today } }),
  ticks: 'household',
  may: { record: practitionersAndLeads, read: practitionersAndLeads },
  summary: ({ level }) => `${levels[level]} started`,
  decide: (history, { startedOn }, today) => {
    const day = { field: 'startedOn', what: 'The date the help started', on: startedOn };
    return [...notAhead(day, today), ...notBeforePregnancy(day, history)];
  },
  examples: {
    'family help': { startedOn: literal('2026-03-05'), level: 'familyHelp', why: 'Mornings, money and the youngest’s sleep.' },
    'early help again, after it had ended': { startedOn: literal('2026-11-05'), level: 'earlyHelp' },
  },
});
