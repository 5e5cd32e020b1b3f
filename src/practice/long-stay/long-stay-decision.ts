import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';

const decisions = {
  safeguarded: 'Welfare is safeguarded and promoted there',
  support: 'Family and child are given help, such as with visits',
  inNeed: 'Assessed or helped as a child in need',
  accommodate: 'The child should be looked after: section 20 is discussed',
  enquiry: 'A strategy discussion is called',
} as const;

/** What the authority has determined, and which of its functions it will exercise. */
export const longStayDecision = defineStep({
  name: 'longStayDecision',
  title: 'What was determined of a child on a long stay',
  law: 'Children Act 1989 ss85(4), 86(3) and Sch 2 para 8A',
  fields: {
    decidedOn: date('Date', { required: 'The limit ends with it' }),
    decision: code('What was determined', decisions, { required: 'Sections 85(4) and 86(3) ask for both parts', neverPrefilled: true }),
    childsView: text('What the child says, in their own words', { lines: 2, neverPrefilled: true }),
    reasons: text('Reasons: care, schooling, contact, plan to come home', {
      lines: 4,
      neverPrefilled: true,
      required: 'It is looked at again upon them',
    }),
  },
  happenedOn: (answers) => answers.decidedOn,
  offers: (_history, today) => ({ decidedOn: { value: today } }),
  togetherWith: 'nobody',
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: ({ decision }) => `Long stay: ${inSentence(decisions[decision])}`,
  decide: (history, { decidedOn }, today) => {
    const day = { field: 'decidedOn', what: 'The date', on: decidedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'longStayNotice', 'we were told of the stay')];
  },
  dependsOn: ['longStayNotice'],
  examples: {
    'help with visits': {
      decidedOn: literal('2026-04-13'),
      decision: 'support',
      childsView: '“Mum can’t get the bus.”',
      reasons: 'Cared for well; no school since December. Fares paid; tuition on the ward begins after Easter.',
    },
  },
});
