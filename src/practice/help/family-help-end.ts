import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';

const reasons = {
  goalsMet: 'What was wanted has come about',
  stepUp: 'More help or protection has taken over',
  withdrew: 'The family no longer wants it',
  moved: 'The family has moved',
  notReached: 'The family could not be reached',
} as const;

/** Begun again by a new start: what ended stays as it was. */
export const familyHelpEnd = defineStep({
  name: 'familyHelpEnd',
  title: 'Family help ended',
  law: 'Working Together 2023, chapter 3',
  fields: {
    endedOn: date('Date the help ended', { required: 'The end of every limit of the help' }),
    reason: code('Why', reasons, {
      required: 'A family that withdrew is asked about differently when it comes again',
      neverPrefilled: true,
    }),
    leftOpen: text('What is still worrying, and who knows', { lines: 3, neverPrefilled: true }),
    whoNext: text('Whom the family rings from now on', { longest: 200 }),
  },
  happenedOn: (answers) => answers.endedOn,
  offers: (_history, today) => ({ endedOn: { value: today } }),
  togetherWith: 'siblings',
  may: { record: practitionersAndLeads, read: practitionersAndLeads },
  summary: ({ reason }) => `Family help ended: ${inSentence(reasons[reason])}`,
  decide: (history, { endedOn }, today) => {
    const day = { field: 'endedOn', what: 'The date the help ended', on: endedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'familyHelp', 'the help started')];
  },
  dependsOn: ['familyHelp'],
  examples: {
    'what was wanted': { endedOn: literal('2026-09-10'), reason: 'goalsMet', whoNext: 'The school’s family worker' },
    'the family withdrew': {
      endedOn: literal('2026-09-10'),
      reason: 'withdrew',
      leftOpen: 'The youngest has not been weighed since May; the health visitor knows.',
    },
  },
});
