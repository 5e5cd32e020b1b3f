import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforePregnancy } from '../checks.ts';

const outcomes = {
  notMet: 'The threshold for proceedings is not met',
  preProceedings: 'Met: pre-proceedings begin',
  issue: 'Met, and the child cannot wait: a decision to issue is asked for',
} as const;

export const legalPlanningMeeting = defineStep({
  name: 'legalPlanningMeeting',
  title: 'Legal planning meeting',
  law: 'Children Act 1989 s31(2); Court orders and pre-proceedings 2014',
  fields: {
    heldOn: date('Date of the meeting', { required: 'The letter before proceedings is owed from a meeting that decides on it' }),
    outcome: code('What was decided', outcomes, {
      required: 'Court orders and pre-proceedings 2014: whether the threshold is met, and what follows',
      neverPrefilled: true,
    }),
    cameFrom: text('Who took part', { hint: 'Social worker, manager, the authority’s lawyer' }),
    advice: text('Legal advice', { lines: 5, hint: 'Privileged: it is left out of what is given to others', neverPrefilled: true }),
    reason: text('Why, and what happens now', { lines: 5, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.heldOn,
  offers: (_history, today) => ({ heldOn: { value: today } }),
  togetherWith: 'siblings',
  may: { record: ['socialWorker', 'teamManager', 'headOfService'], read: practitioners },
  summary: ({ outcome }) => `Legal planning meeting. ${outcomes[outcome]}`,
  decide: (history, { heldOn }, today) => {
    const day = { field: 'heldOn', what: 'The date of the meeting', on: heldOn };
    return [...notAhead(day, today), ...notBeforePregnancy(day, history)];
  },
  examples: {
    'pre-proceedings': {
      heldOn: literal('2026-04-20'),
      outcome: 'preProceedings',
      cameFrom: 'Social worker, team manager, child care lawyer',
      reason: 'Two plans in three years, and nothing has changed for the children.',
    },
  },
});
