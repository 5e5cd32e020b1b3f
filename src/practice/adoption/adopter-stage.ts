import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { adopterStageLimits } from './adopter-limits.ts';

export const adopterMoments = {
  registered: 'Registered their interest',
  accepted: 'Told that stage one begins',
  notAccepted: 'Told that it does not, and why',
  stageOnePassed: 'Told that stage one is passed',
  stageOneRefused: 'Told that they are not suitable after stage one, with reasons',
  stageTwoBegun: 'Said that they go on: stage two begins',
  briefReport: 'Brief report: what is known already speaks against approval',
  report: 'Report given to them for their comments',
  withdrew: 'Withdrew',
} as const;

/** The two stages of the assessment of adopters, each begun and ended, and the report that goes to the panel. */
export const adopterStage = defineStep({
  name: 'adopterStage',
  title: 'Assessment to adopt',
  law: 'Adoption Agencies Regulations 2005 regs 21–30, as amended by SI 2013/985',
  file: 'adopters',
  fields: {
    on: date('Date', { required: 'Each moment has a limit that runs from it or ends with it' }),
    moment: code('What happened', adopterMoments, { required: 'It says where the assessment stands', neverPrefilled: true }),
    found: text('What was found: checks, references, health, preparation, what they can offer', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  timescales: adopterStageLimits,
  offers: (_history, today) => ({ on: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ moment }) => adopterMoments[moment],
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    registered: { on: literal('2025-09-15'), moment: 'registered' },
    'stage one passed': { on: literal('2025-11-17'), moment: 'stageOnePassed', found: 'Checks and references in order.' },
  },
});
