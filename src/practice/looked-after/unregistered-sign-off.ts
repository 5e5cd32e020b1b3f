import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';
import { unregisteredLimits } from './unregistered-limits.ts';

export const signOffs = {
  goesOn: 'It is the least bad place today: it goes on, and is looked at again tomorrow',
  moves: 'The child moves today',
  registered: 'The setting is registered from today',
} as const;

/** A senior officer answers for this day, by name. */
export const unregisteredSignOff = defineStep({
  name: 'unregisteredSignOff',
  title: 'Daily sign-off of an unregistered setting',
  law: 'Children Act 1989 s22(3) and s22C; Care Standards Act 2000 s11',
  fields: {
    signedOn: date('Day that is signed off', { required: 'Each day has a sign-off of its own' }),
    decision: code('Decision', signOffs, { required: 'Somebody answers each day for where the child sleeps', neverPrefilled: true }),
    seen: yesNo('The child was seen or spoken with today', { neverPrefilled: true }),
    reasons: text('How the child is, and what has been tried since yesterday', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.signedOn,
  offers: (_history, today) => ({ signedOn: { value: today } }),
  timescales: unregisteredLimits,
  may: { record: ['headOfService'], read: practitioners },
  summary: ({ decision }) => `Unregistered setting signed off: ${inSentence(signOffs[decision])}`,
  decide: (history, { signedOn }, today) => {
    const day = { field: 'signedOn', what: 'The day that is signed off', on: signedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'unregisteredPlacement', 'the child came to live there')];
  },
  dependsOn: ['unregisteredPlacement'],
  examples: {
    'goes on': {
      signedOn: literal('2026-05-09'),
      decision: 'goesOn',
      seen: true,
      reasons: 'Slept; asked for her sister. Three more homes asked.',
    },
  },
});
