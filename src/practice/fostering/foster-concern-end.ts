import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { noWordsOfAllegation } from '../adoption/allegation-words.ts';
import { notAhead, statementsOf } from '../checks.ts';

const outcomes = {
  noneFound: 'Nothing to act on',
  support: 'Support or training',
  review: 'Early review of approval',
  ended: 'Placement or approval ended',
} as const;

/** What was found, and what follows: an early review follows an allegation, whatever the outcome. */
export const fosterConcernEnd = defineStep({
  name: 'fosterConcernEnd',
  title: 'Concern about foster carers ended',
  law: 'Fostering Services (England) Regulations 2011 reg 28(4)',
  file: 'fosterCarer',
  fields: {
    endedOn: date('Date', { required: 'The limit ends with it' }),
    concern: link('Which concern', 'entry', { required: 'One ends, and the others go on' }),
    outcome: code('Outcome', outcomes, { required: 'It says what follows', neverPrefilled: true }),
    found: text('What was found', {
      lines: 3,
      neverPrefilled: true,
      hint: 'Of an allegation nothing: it is concluded in the designated officer’s file',
    }),
  },
  happenedOn: (answers) => answers.endedOn,
  offers: (_history, today) => ({ endedOn: { value: today } }),
  among: (history) => statementsOf('fosterConcern', history),
  may: { record: practitioners, read: practitioners },
  summary: ({ outcome }) => `Concern ended: ${inSentence(outcomes[outcome])}`,
  decide: (history, { endedOn, concern, found }, today) => [
    ...notAhead({ field: 'endedOn', what: 'The date', on: endedOn }, today),
    ...(history.some(({ entry, answers }) => entry === concern && answers['kind'] === 'allegation')
      ? noWordsOfAllegation('found', found)
      : []),
  ],
  dependsOn: ['fosterConcern'],
  examples: {
    support: {
      endedOn: literal('2026-06-01'),
      concern: '44444444-4444-4444-8444-444444444444',
      outcome: 'support',
      found: 'A clothing grant that never came.',
    },
  },
});
