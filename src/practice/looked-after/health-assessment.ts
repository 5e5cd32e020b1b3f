import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { healthLimits } from './health-limits.ts';

const kinds = { initial: 'Initial', review: 'Review' } as const;
const assessors = {
  doctor: 'Registered medical practitioner',
  nurse: 'Registered nurse or midwife, under a doctor’s supervision',
} as const;

export const healthAssessment = defineStep({
  name: 'healthAssessment',
  title: 'Health assessment',
  law: 'Care Planning, Placement and Case Review Regulations 2010 reg 7; Promoting the health and wellbeing of looked-after children 2015',
  fields: {
    assessedOn: date('Date of the assessment', { required: 'Regulation 7: the next assessment is counted from it' }),
    kind: code('Kind', kinds),
  },
  each: {
    done: yesNo('The assessment was carried out', { hint: 'An older child may refuse; that is not an assessment' }),
    by: code('By', assessors, { askedWhen: (answers: SoFar) => answers['done'] !== false }),
    needs: text('Health needs and what will be done', {
      lines: 5,
      neverPrefilled: true,
      askedWhen: (answers: SoFar) => answers['done'] !== false,
    }),
  },
  happenedOn: (answers) => answers.assessedOn,
  offers: (_history, today) => ({ assessedOn: { value: today } }),
  timescales: healthLimits,
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: ({ done, kind }) =>
    `${kind === undefined ? 'Health assessment' : `${kinds[kind]} health assessment`}${done === false ? ' not carried out' : ''}`,
  decide: (_history, { assessedOn, done, kind, by }, today) => [
    ...notAhead({ field: 'assessedOn', what: 'The date of the assessment', on: assessedOn }, today),
    ...(done !== false && kind === 'initial' && by === 'nurse'
      ? [{ field: 'by', message: 'By is a nurse: an initial health assessment must be by a registered medical practitioner' }]
      : []),
  ],
  examples: { initial: { assessedOn: literal('2026-02-03'), done: true, kind: 'initial', by: 'doctor', needs: 'Glasses; dentist.' } },
});
