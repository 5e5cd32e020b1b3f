import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { assessmentLimits } from './fostering-limits.ts';

const moments = {
  applied: 'Applied: both stages may begin',
  stageOneDone: 'All that stage one asks for is here',
  stageOnePassed: 'Told that stage one is passed',
  stageOneRefused: 'Told that they are not suitable, with reasons',
  stageTwoDone: 'Report of stage two is ready for the panel',
  withdrew: 'Withdrew',
} as const;

/** The two stages of an assessment, each begun and ended; they may run beside one another. */
export const fosterAssessmentStage = defineStep({
  name: 'fosterAssessmentStage',
  title: 'Assessment to foster',
  law: 'Fostering Services (England) Regulations 2011 reg 26; assessment and approval of foster carers, 2013',
  file: 'fosterCarer',
  fields: {
    on: date('Date', { required: 'Each moment has a limit that runs from it or ends with it' }),
    moment: code('What happened', moments, { required: 'It says where the assessment stands', neverPrefilled: true }),
    found: text('What was found: checks, references, health, the home, and what they can offer', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  timescales: assessmentLimits,
  offers: (_history, today) => ({ on: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ moment }) => moments[moment],
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    applied: { on: literal('2025-03-17'), moment: 'applied' },
    'stage one passed': { on: literal('2025-05-12'), moment: 'stageOnePassed', found: 'Checks and references in order.' },
  },
});
