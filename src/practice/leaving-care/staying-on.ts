import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

export const stayingOnKinds = {
  stayingPut: 'Staying Put, with the foster carers of before 18 (until 21)',
  stayingClose: 'Staying Close, near the home of before, with support',
  sharedLives: 'Shared Lives, with the same carers',
} as const;

export const stayingOnStates = {
  wanted: 'The young person and the carers want it',
  agreed: 'Agreed, and begins or began on this day',
  changed: 'Changed or reviewed, and goes on',
  declined: 'One of them does not want it, or it cannot be',
  ended: 'It ended on this day',
} as const;

/** To live on after 18 where one lived in care, or close to it. Asked before the 18th birthday, and kept until it ends: the latest of a kind counts. */
export const stayingOn = defineStep({
  name: 'stayingOn',
  title: 'Staying Put or Staying Close',
  law: 'Children Act 1989 s23CZA and s23CZAA (Children’s Wellbeing and Schools Act 2026); Planning transition to adulthood for care leavers (2022)',
  fields: {
    on: date('Date', { required: 'Section 23CZA: from the 18th birthday, and monitored until it ends, at the latest at 21' }),
    kind: code('Which', stayingOnKinds, { required: 'Staying Put is a duty of its own, and so is Staying Close' }),
    state: code('How it stands', stayingOnStates, { required: 'What is owed depends on whether it is wanted, goes on or ended' }),
    carers: text('With whom, or where', { longest: 200 }),
    support: text('Money and support for the carers and the young person', { lines: 2 }),
    view: text('What the young person said', { lines: 2, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: ({ kind, state }) => `${stayingOnKinds[kind].split(',')[0]}: ${inSentence(stayingOnStates[state])}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'with the foster carers': {
      on: literal('2026-07-01'),
      kind: 'stayingPut',
      state: 'agreed',
      carers: 'The Hartleys',
      support: 'Fostering allowance until September, then housing benefit and £90 a week.',
      view: 'It is my home.',
    },
  },
});
