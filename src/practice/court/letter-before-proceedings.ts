import { date as literal, formatDate } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforePregnancy } from '../checks.ts';
import { preProceedingsLimits } from './pre-proceedings-limits.ts';

/** The letter with which pre-proceedings begin: the parents get legal advice with it, without a test of their means. */
export const letterBeforeProceedings = defineStep({
  name: 'letterBeforeProceedings',
  title: 'Letter before proceedings',
  law: 'Court orders and pre-proceedings 2014; Family Procedure Rules 2010, Practice Direction 12A',
  fields: {
    sentOn: date('Date of the letter', { required: 'Pre-proceedings begin with it, and their limits run from it' }),
    sentTo: text('To whom', { hint: 'Each parent and everybody else with parental responsibility' }),
    meetingOn: date('Date of the meeting that it calls', { hint: 'May lie ahead' }),
    familyGroupOffered: yesNo('The letter offers family group decision-making'),
    concerns: text('What must change, in plain words', { lines: 6, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.sentOn,
  offers: (_history, today) => ({ sentOn: { value: today } }),
  timescales: preProceedingsLimits,
  togetherWith: 'siblings',
  may: { record: ['socialWorker', 'teamManager', 'headOfService'], read: practitioners },
  summary: ({ meetingOn }) => `Letter before proceedings sent${meetingOn === undefined ? '' : `, meeting on ${formatDate(meetingOn)}`}`,
  decide: (history, { sentOn }, today) => {
    const day = { field: 'sentOn', what: 'The date of the letter', on: sentOn };
    return [...notAhead(day, today), ...notBeforePregnancy(day, history)];
  },
  examples: {
    'to both parents': {
      sentOn: literal('2026-04-22'),
      sentTo: 'Mother; father',
      meetingOn: literal('2026-05-05'),
      familyGroupOffered: true,
      concerns: 'No drinking while in charge of the children. Every health appointment is kept.',
    },
  },
});
