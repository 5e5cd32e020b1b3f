import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { needsAssessmentLimits } from './leaving-care-limits.ts';

export const pathwayNeedsAssessment = defineStep({
  name: 'pathwayNeedsAssessment',
  title: 'Pathway needs assessment',
  law: 'Children Act 1989 Sch 2 para 19B; Care Planning, Placement and Case Review Regulations 2010 reg 42; Care Leavers Regulations 2010 reg 5',
  fields: {
    completedOn: date('Date it was completed', {
      required: 'Regulation 42: within three months of the 16th birthday or of becoming eligible',
    }),
    needs: text('What the young person needs', { lines: 8, neverPrefilled: true }),
    view: text('What the young person said', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.completedOn,
  offers: (_history, today) => ({ completedOn: { value: today } }),
  timescales: needsAssessmentLimits,
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: () => 'Pathway needs assessment completed',
  decide: (_history, { completedOn }, today) =>
    notAhead({ field: 'completedOn', what: 'The date of the assessment', on: completedOn }, today),
  examples: {
    'at sixteen': { completedOn: literal('2026-05-20'), needs: 'Cooking, money, a passport.', view: 'I want to stay with my carers.' },
  },
});
