import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';

const decisions = {
  suitable: 'Suitable',
  requirements: 'Suitable, with requirements',
  prohibited: 'Prohibited',
  not: 'It is no private fostering',
} as const;

/** Whether the child’s welfare is safeguarded there: a manager decides, and can impose requirements or prohibit. */
export const privateFosteringDecision = defineStep({
  name: 'privateFosteringDecision',
  title: 'Decision on private fostering',
  law: 'Children Act 1989 ss67–69 and Sch 8; SI 2005/1533 regs 4–9',
  fields: {
    decidedOn: date('Date', { required: 'The limit for the decision ends with it' }),
    decision: code('Decision', decisions, { required: 'It says whether the child may stay', neverPrefilled: true }),
    reasons: text('Reasons: the child’s wishes, the carers, the home, contact, health and school', {
      lines: 5,
      required: 'Carers may appeal to the court within 14 days, upon the reasons',
      neverPrefilled: true,
    }),
    requirements: text('Requirements, and by when', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.decidedOn,
  offers: (_history, today) => ({ decidedOn: { value: today } }),
  may: { record: ['teamManager', 'headOfService'], read: practitioners },
  summary: ({ decision }) => `Private fostering: ${decisions[decision].toLowerCase()}`,
  decide: (history, { decidedOn }, today) => {
    const day = { field: 'decidedOn', what: 'The date of the decision', on: decidedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'privateFosteringNotice', 'we became aware of it')];
  },
  dependsOn: ['privateFosteringNotice'],
  examples: {
    suitable: {
      decidedOn: literal('2026-04-06'),
      decision: 'suitable',
      reasons: 'She has her own room, rings her mother each evening and likes it there.',
    },
    requirements: {
      decidedOn: literal('2026-04-06'),
      decision: 'requirements',
      reasons: 'Warm and safe; four children in two rooms.',
      requirements: 'Nobody else moves in; a bed of his own by 1 May.',
    },
  },
});
