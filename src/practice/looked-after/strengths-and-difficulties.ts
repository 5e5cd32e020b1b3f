import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { count, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { sdqReasons } from '../../vocabulary/ssda903.ts';
import { notAhead } from '../checks.ts';
import { questionnaireLimits } from './health-limits.ts';

const highest = 40;

/** The strengths and difficulties questionnaire, completed by the main carer. */
export const strengthsAndDifficulties = defineStep({
  name: 'strengthsAndDifficulties',
  title: 'Strengths and difficulties questionnaire',
  law: 'Promoting the health and wellbeing of looked-after children 2015; children looked after return, OC2',
  fields: {
    completedOn: date('Date of the questionnaire', { required: 'The reminder for the next one runs from it' }),
    score: count('Score, 0 to 40', { neverPrefilled: true }),
    noScoreBecause: code('Why there is no score', sdqReasons, { askedWhen: (answers: SoFar) => answers['score'] === undefined }),
    note: text('What it means for the child', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.completedOn,
  timescales: questionnaireLimits,
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: ({ score, noScoreBecause }) =>
    `Strengths and difficulties questionnaire${score === undefined ? (noScoreBecause === undefined ? '' : `, no score: ${sdqReasons[noScoreBecause].toLowerCase()}`) : `: ${score}`}`,
  decide: (_history, { completedOn, score }, today) => [
    ...notAhead({ field: 'completedOn', what: 'The date of the questionnaire', on: completedOn }, today),
    ...(score !== undefined && score > highest ? [{ field: 'score', message: `Score is ${score}: it must be from 0 to 40` }] : []),
  ],
  examples: {
    scored: { completedOn: literal('2026-02-20'), score: 14 },
    'refused by the carers': { completedOn: literal('2026-02-20'), noScoreBecause: 'SDQ2' },
  },
});
