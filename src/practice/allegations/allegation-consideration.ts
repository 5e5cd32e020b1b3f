import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { consideredLimits } from './allegation-limits.ts';
import { allegationLaw, officersMay } from './officer.ts';

const responses = {
  meeting: 'The threshold is met: a meeting is held',
  employer: 'The threshold is met: the employer looks into it, and tells us the outcome',
  lowLevel: 'The threshold is not met: a low-level concern, for the employer’s own code of conduct',
  notOurs: 'The person works with children elsewhere: passed to the designated officer there',
  noFurther: 'The threshold is not met: nothing more is to be done',
} as const;

/** What the designated officer and the employer, without a word to the person yet, agree on first. */
export const allegationConsideration = defineStep({
  name: 'allegationConsideration',
  title: 'Initial consideration of an allegation',
  law: allegationLaw,
  file: 'allegation',
  fields: {
    consideredOn: date('Date', { required: 'The local day within which an allegation is considered ends with it' }),
    response: code('What is decided', responses, { required: 'It says what follows, and by when', neverPrefilled: true }),
    reasons: text('Reasons', { lines: 4, required: 'Whoever decides otherwise later must know why', neverPrefilled: true }),
    keptSafe: text('How children are kept safe meanwhile, and what alternatives to suspension were considered', {
      lines: 3,
      neverPrefilled: true,
    }),
    whoIsTold: text('Who is told what, by whom and when: the person, the child’s parents, others', { lines: 3, neverPrefilled: true }),
    strands: text('Who else must be asked before anything is said: police, social care, regulator', { lines: 2, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.consideredOn,
  timescales: consideredLimits,
  offers: (_history, today) => ({ consideredOn: { value: today } }),
  may: officersMay,
  summary: ({ response }) => `Considered: ${responses[response]}`,
  decide: (_history, { consideredOn }, today) => notAhead({ field: 'consideredOn', what: 'The date', on: consideredOn }, today),
  examples: {
    'to a meeting': {
      consideredOn: literal('2026-03-03'),
      response: 'meeting',
      reasons: 'A mark was seen by two adults, and the child’s account is clear.',
      keptSafe: 'He works in the library until the meeting: suspension was considered and is not needed.',
      whoIsTold: 'The head tells the parents today; the person is told after the police have been asked.',
      strands: 'Police: may the person be told?',
    },
    'a low-level concern': {
      consideredOn: literal('2026-03-03'),
      response: 'lowLevel',
      reasons: 'A hand on the shoulder to guide a child in the corridor; no mark, no distress.',
    },
  },
});
