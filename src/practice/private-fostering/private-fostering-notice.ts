import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeBirth } from '../checks.ts';
import { privateFosteringLimits } from './private-fostering-limits.ts';

const ways = {
  proposed: 'Told before it began',
  begun: 'Told after it began',
  found: 'Found by us or told by somebody else',
} as const;

/** The authority becomes aware that somebody who is no close relative looks after a child for 28 days or more, or will. */
export const privateFosteringNotice = defineStep({
  name: 'privateFosteringNotice',
  title: 'Private fostering notified',
  law: 'Children Act 1989 ss66–67 and Sch 8; Children (Private Arrangements for Fostering) Regulations 2005',
  fields: {
    awareOn: date('Date on which we became aware', { required: 'SI 2005/1533: visits are counted from it' }),
    how: code('How we learnt of it', ways, { required: 'A notice that is owed and not given is looked into', neverPrefilled: true }),
    beganOn: date('Date on which the arrangement begins or began'),
    carer: text('Who looks after the child, and what they are to the child', { lines: 2, neverPrefilled: true }),
    why: text('Why, for how long, and who may decide for the child', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.awareOn,
  timescales: privateFosteringLimits,
  offers: (_history, today) => ({ awareOn: { value: today } }),
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker'], read: practitioners },
  summary: ({ how }) => `Private fostering notified: ${inSentence(ways[how])}`,
  decide: (history, { awareOn }, today) => {
    const day = { field: 'awareOn', what: 'The date on which we became aware', on: awareOn };
    return [...notAhead(day, today), ...notBeforeBirth(day, history)];
  },
  examples: {
    'a student with a host family': {
      awareOn: literal('2026-03-02'),
      how: 'begun',
      beganOn: literal('2026-02-16'),
      carer: 'Mrs A. Host, no relative',
      why: 'School year; parents abroad, reached by telephone.',
    },
    'found at school': { awareOn: literal('2026-03-02'), how: 'found' },
  },
});
