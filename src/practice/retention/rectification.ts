import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { months, type Timescale } from '../../kernel/step/timescale.ts';
import { notAhead } from '../checks.ts';

const answerLimits: readonly Timescale[] = [
  {
    rule: 'rectificationAnswer',
    version: 'UK GDPR 2021',
    title: 'Answer to a request to put the record right',
    // Extended where it is complex: two months more, of which the person was told within the first.
    limit: ({ answers }) => months(answers['extendedOn'] === undefined ? 1 : 3),
    starts: [{ step: 'rectificationRequest' }],
    meets: { step: 'rectificationAnswer' },
    endedBy: [],
    // Whoever may ask is of any age: the record is theirs long after 18.
    untilAge: [120],
    inForce: { from: literal('2018-05-25') },
    announcedOn: literal('2018-05-23'),
    standing: 'statutory',
    law: 'UK GDPR Art 16 and 12(3): within one month of the request; two months more where it is complex, said within the first month',
  },
];

/** Somebody says that what is recorded of them is not right. */
export const rectificationRequest = defineStep({
  name: 'rectificationRequest',
  title: 'Request to put the record right',
  law: 'UK GDPR Art 16; Data Protection Act 2018 s46',
  about: 'anybody',
  togetherWith: 'nobody',
  fields: {
    receivedOn: date('Date it came', { required: 'UK GDPR Art 12(3): the month is counted from it' }),
    from: text('From whom, and how you know that they may ask', {
      required: 'UK GDPR Art 12(6): identity and authority are known before the record is changed',
    }),
    wrong: text('What they say is wrong, and what would be right', {
      lines: 4,
      neverPrefilled: true,
      required: 'UK GDPR Art 16: what is to be rectified',
    }),
    extendedOn: date('Date on which they were told that it takes two months more', {
      hint: 'Only where it is complex: within the first month, with the reason',
    }),
  },
  happenedOn: (answers) => answers.receivedOn,
  offers: (_history, today) => ({ receivedOn: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ extendedOn }) =>
    `Asked that the record be put right${extendedOn === undefined ? '' : '; told that it takes two months more'}`,
  decide: (_history, { receivedOn }, today) => notAhead({ field: 'receivedOn', what: 'The date it came', on: receivedOn }, today),
  examples: {
    'a mother': {
      receivedOn: literal('2026-03-03'),
      from: 'Her mother, by letter; known to us',
      wrong: 'The visit of 3 February says that she was out. She was at work, and we had been told.',
    },
  },
});

const answers = {
  corrected: 'Put right',
  partly: 'Put right in part',
  stands: 'What is recorded stands; what they say is recorded beside it',
} as const;

export const rectificationAnswer = defineStep({
  name: 'rectificationAnswer',
  title: 'Answer to a request to put the record right',
  law: 'UK GDPR Art 12(3), 12(4) and 16',
  about: 'anybody',
  togetherWith: 'nobody',
  fields: {
    answeredOn: date('Date of the answer', { required: 'UK GDPR Art 12(3): within one month' }),
    outcome: code('Answer', answers, {
      neverPrefilled: true,
      required: 'UK GDPR Art 12(4): they are told what is done, or why not and to whom they may complain',
    }),
    reasons: text('Why, and what they say where it stands', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: ({ answeredOn }) => answeredOn,
  offers: (_history, today) => ({ answeredOn: { value: today } }),
  timescales: answerLimits,
  may: { record: ['teamManager', 'headOfService'], read: practitioners },
  summary: ({ outcome }) => `Request to put the record right answered: ${answers[outcome].toLowerCase()}`,
  decide: (_history, { answeredOn }, today) => notAhead({ field: 'answeredOn', what: 'The date of the answer', on: answeredOn }, today),
  examples: {
    'put right': {
      answeredOn: literal('2026-03-20'),
      outcome: 'corrected',
      reasons: 'The school’s note confirms it; the entry of 3 February is corrected.',
    },
  },
});
