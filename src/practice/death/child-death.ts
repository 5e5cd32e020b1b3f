import { date as literal, formatDate } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { time } from '../../kernel/field/time.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { lifeOf, notAhead, notBeforeBirth } from '../checks.ts';

const expected = { expected: 'Expected', unexpected: 'Not expected in the 24 hours before', notKnown: 'Not known yet' } as const;
const abuse = { known: 'Known', suspected: 'Suspected', no: 'No', notKnown: 'Not known yet' } as const;

/**
 * A child, or a care leaver, has died. Every limit that ran ends on the day; those that a death begins, begin. The record is then restricted by a
 * manager to the people who are named for it: who, and why it is not done unasked, is in `docs/decisions`.
 */
export const childDeath = defineStep({
  name: 'childDeath',
  title: 'Death of a child or care leaver',
  law: 'Children Act 2004 s16C and ss16M–16P; Children Act 1989 Sch 2 para 20; Child Death Review statutory and operational guidance 2018; Working Together 2023, chapters 5 and 6',
  togetherWith: 'nobody',
  fields: {
    diedOn: date('Date of death', { required: 'Every limit ends on it, and the notifications run from it' }),
    diedAt: time('Time of death'),
    learntOn: date('Date we learnt of it', { required: 'Working Together: the five working days run from becoming aware' }),
    expected: code('Was the death expected?', expected, { neverPrefilled: true }),
    abuse: code('Is abuse or neglect known or suspected?', abuse, {
      required: 'Children Act 2004 s16C: where it is, the national Panel is notified',
      neverPrefilled: true,
    }),
    known: text('What is known', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.diedOn,
  offers: (_history, today) => ({ learntOn: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ diedOn }) => `Died on ${formatDate(diedOn)}`,
  decide: (history, { diedOn, learntOn }, today) => {
    const [day, learnt] = [
      { field: 'diedOn', what: 'The date of death', on: diedOn },
      { field: 'learntOn', what: 'The date we learnt of it', on: learntOn },
    ];
    const told = lifeOf(history).diedOn;
    return [
      ...notAhead(day, today),
      ...notBeforeBirth(day, history),
      ...notAhead(learnt, today),
      ...(learntOn < diedOn
        ? [{ field: 'learntOn', message: `The date we learnt of it is before the date of death, ${formatDate(diedOn)}` }]
        : []),
      ...(told !== undefined && told !== diedOn
        ? [{ field: 'diedOn', message: `The record says that the child died on ${formatDate(told)}: correct one of the two` }]
        : []),
    ];
  },
  dependsOn: ['personDetails', 'childDeath'],
  examples: {
    'unexpected, at home': {
      diedOn: literal('2026-03-06'),
      diedAt: '06:10',
      learntOn: literal('2026-03-06'),
      expected: 'unexpected',
      abuse: 'notKnown',
      known: 'Found in her cot by her father; the ambulance came at 05:50.',
    },
    'expected, after a long illness': { diedOn: literal('2026-03-06'), learntOn: literal('2026-03-09'), expected: 'expected', abuse: 'no' },
  },
});
