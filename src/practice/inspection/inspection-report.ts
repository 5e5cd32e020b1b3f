import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { rows } from '../../kernel/field/rows.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { homeLimits } from './home-limits.ts';

export const kinds = {
  inspection: 'Inspection',
  focusedVisit: 'Focused visit',
  monitoringVisit: 'Monitoring visit',
  jointInspection: 'Joint targeted area inspection',
  independentVisit: 'Independent person’s visit to a home (regulation 44)',
  qualityOfCare: 'Review of the quality of care in a home (regulation 45)',
  fosteringPanel: 'Report of the fostering panel',
  adoptionPanel: 'Report of the adoption panel',
  adviser: 'Finding of an adviser or commissioner',
  selfEvaluation: 'The service’s own evaluation',
} as const;

/** Adequate and satisfactory are of earlier frameworks, and are no grade of today. */
export const grades = {
  outstanding: 'Outstanding',
  good: 'Good',
  requiresImprovement: 'Requires improvement to be good',
  adequate: 'Adequate',
  satisfactory: 'Satisfactory',
  inadequate: 'Inadequate',
  noGrade: 'No grade given',
} as const;

/** An inspection, a monitoring visit, a visit to a home by its independent person, the report of a panel: judgements of a service over time. */
export const inspectionReport = defineStep({
  name: 'inspectionReport',
  title: 'Report on a service',
  law: 'Education and Inspections Act 2006 ss135–142; Children Act 2004 ss20–22',
  file: 'inspection',
  fields: {
    on: date('Date of the visit, or of the report', { required: 'Judgements stand in their order; the next visit to a home runs from it' }),
    kind: code('What it is', kinds, { required: 'Each has a weight of its own' }),
    by: text('By whom', { longest: 200 }),
    judgements: rows(
      'Judgements',
      {
        of: text('Of what', { longest: 200, required: 'A judgement is of something' }),
        grade: code('Judgement', grades, { required: 'It is compared with the one before' }),
      },
      { line: 'Judgement', shown: 3 },
    ),
    found: text('What was found', { lines: 5, neverPrefilled: true }),
    where: text('Where the report is', { longest: 300 }),
  },
  happenedOn: (answers) => answers.on,
  timescales: homeLimits,
  offers: (_history, today) => ({ on: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ kind, judgements = [] }) =>
    `${kinds[kind]}${judgements.length === 0 ? '' : `: ${judgements.map(({ of, grade }) => `${of}, ${grades[grade].toLowerCase()}`).join('; ')}`}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'an inspection': {
      on: literal('2026-02-06'),
      kind: 'inspection',
      by: 'Ofsted',
      judgements: [
        { of: 'Children in need of help and protection', grade: 'requiresImprovement' },
        { of: 'Children in care', grade: 'good' },
      ],
      found: 'Supervision is regular and does not yet change the work.',
    },
    'a visit to a home': {
      on: literal('2026-02-06'),
      kind: 'independentVisit',
      by: 'The independent visitor',
      found: 'Children showed their rooms.',
    },
  },
});
