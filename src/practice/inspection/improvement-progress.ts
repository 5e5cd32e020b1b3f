import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, statementsOf } from '../checks.ts';
import { progressLimit } from './home-limits.ts';

const standings = { notMet: 'Not met', partly: 'Met in part', met: 'Met' } as const;

/** How an improvement stands, judged by somebody who does not own it: the record refuses the owner. */
export const improvementProgress = defineStep({
  name: 'improvementProgress',
  title: 'Progress judged',
  law: 'Education and Inspections Act 2006 ss135–142; Children Act 2004 ss20–22',
  file: 'inspection',
  fields: {
    on: date('Date', { required: 'Whether it holds is counted from it' }),
    recommendation: link('Of what', 'entry', { required: 'Progress is of one recommendation' }),
    judged: code('How it stands', standings, { required: 'The exit is computed from it', neverPrefilled: true }),
    evidence: text('On what evidence', { lines: 4, required: 'A judgement without evidence is an opinion', neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  timescales: [progressLimit],
  offers: (_history, today) => ({ on: { value: today } }),
  among: (history) => statementsOf('inspectionRecommendation', history),
  may: { record: practitioners, read: practitioners },
  summary: ({ judged, evidence }) => `${standings[judged]}: ${evidence}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'in part': {
      on: literal('2026-06-15'),
      recommendation: '44444444-4444-4444-8444-444444444444',
      judged: 'partly',
      evidence: 'Of 20 supervisions read, the actions of 11 were done by the next.',
    },
    met: { on: literal('2026-09-15'), recommendation: '44444444-4444-4444-8444-444444444444', judged: 'met', evidence: '18 of 20.' },
  },
});
