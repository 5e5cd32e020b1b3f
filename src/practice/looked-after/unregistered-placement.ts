import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';

/** A home that must be registered with Ofsted and is not: an offence of whoever runs it. Recorded as it is, and signed off by a senior every day. */
export const unregisteredPlacement = defineStep({
  name: 'unregisteredPlacement',
  title: 'Child in an unregistered setting',
  law: 'Care Standards Act 2000 s11; Children Act 1989 s22C; Care Planning, Placement and Case Review Regulations 2010 reg 27A',
  fields: {
    startedOn: date('Since when', { required: 'Each day of it is signed off by a senior officer' }),
    why: text('Why there is no other place, and what was tried', {
      lines: 4,
      required: 'Whoever signs it off, and Ofsted, asks for it',
      neverPrefilled: true,
    }),
    safety: text('Who is with the child, and how they are kept safe', { lines: 3, neverPrefilled: true }),
    ofstedTold: yesNo('Ofsted was told'),
    registration: text('What is done to register it, or to move the child, by when', { lines: 2, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.startedOn,
  offers: (_history, today) => ({ startedOn: { value: today } }),
  may: { record: ['socialWorker', 'teamManager', 'headOfService', 'dutyWorker'], read: practitioners },
  summary: ({ ofstedTold }) => `In an unregistered setting${ofstedTold === true ? ', Ofsted told' : ''}`,
  decide: (history, { startedOn }, today) => {
    const day = { field: 'startedOn', what: 'The day since when', on: startedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'placement', 'the first placement')];
  },
  dependsOn: ['placement'],
  examples: {
    'a rented flat with agency staff': {
      startedOn: literal('2026-05-08'),
      why: 'Forty-one homes asked; none takes her after the fire. No secure bed in England.',
      safety: 'Two named staff day and night; waking at night; windows checked.',
      ofstedTold: true,
      registration: 'Provider has applied; a place in a registered home is promised for 20 May.',
    },
  },
});
