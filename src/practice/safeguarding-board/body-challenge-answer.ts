import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';
import { openChallenges } from './agenda.ts';
import { mayOfBodies } from './readers.ts';

export const challengeEnds = {
  accepted: 'Accepted, and something changed',
  partly: 'Accepted in part',
  refused: 'Not accepted',
} as const;

/** What the agency answered, and what came of it. */
export const bodyChallengeAnswer = defineStep({
  name: 'bodyChallengeAnswer',
  title: 'Answer to a challenge',
  law: 'Working Together 2023, chapter 2: partners hold one another to account',
  file: 'body',
  fields: {
    on: date('Date', { required: 'It shows whether the challenge was answered in time' }),
    challenge: link('Which challenge', 'entry', { required: 'An answer is to one challenge' }),
    answer: text('What was answered', { lines: 3, required: 'Silence is no answer', neverPrefilled: true }),
    outcome: code('It was', challengeEnds, { neverPrefilled: true }),
    came: text('What came of it, and how we know', { lines: 2, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  among: (history, own) => openChallenges(history).filter(({ answers }) => own === undefined || own.includes(String(answers['whom']))),
  may: mayOfBodies,
  summary: ({ answer, outcome }) => `${outcome === undefined ? 'Answered' : challengeEnds[outcome]}: ${answer}`,
  decide: (history, { on }, today) => {
    const day = { field: 'on', what: 'The date', on };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'bodyChallenge', 'the challenge')];
  },
  dependsOn: ['bodyChallenge'],
  examples: {
    'what changed': {
      on: literal('2026-03-20'),
      challenge: '55555555-5555-4555-8555-555555555555',
      answer: 'Each surgery names who writes the report; the named doctor rings those from whom none has come.',
      outcome: 'accepted',
      came: 'Reports at 31 of 38 conferences in June',
    },
  },
});
