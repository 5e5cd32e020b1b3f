import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { ageAssessmentLimits } from './arrival-limits.ts';

const moments = {
  begun: 'Begun, or the National Age Assessment Board asked',
  child: 'Concluded: a child',
  adult: 'Concluded: an adult',
  withdrawn: 'No assessment after all: the age is accepted',
} as const;

const isConcluded = ({ moment }: SoFar): boolean => moment === 'child' || moment === 'adult';

/** How old somebody is who comes without papers, where there is significant reason to doubt it: they are treated as a child until it is decided. */
export const ageAssessment = defineStep({
  name: 'ageAssessment',
  title: 'Age assessment',
  law: 'Nationality and Borders Act 2022 ss50–51; Children Act 1989 s20; Modern Slavery Act 2015 s51',
  fields: {
    on: date('Date', { required: 'The limit runs from the day on which it was begun' }),
    moment: code('What happened', moments, { required: 'It says whether the age is decided', neverPrefilled: true }),
    bornOn: date('Date of birth that was assessed', {
      askedWhen: isConcluded,
      hint: 'The date of birth on record is changed by personal details',
      neverPrefilled: true,
    }),
    adultPresent: yesNo('An appropriate adult and, if needed, an interpreter took part', {
      askedWhen: isConcluded,
      neverPrefilled: true,
    }),
    theirView: text('What the young person says of their age', { lines: 3, neverPrefilled: true }),
    reasons: text('Why: by two social workers, what speaks for it and against it', {
      lines: 6,
      neverPrefilled: true,
      askedWhen: isConcluded,
    }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  timescales: ageAssessmentLimits,
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: ({ moment }) => `Age assessment: ${inSentence(moments[moment])}`,
  decide: (_history, { on, bornOn }, today) => [
    ...notAhead({ field: 'on', what: 'The date', on }, today),
    ...notAhead({ field: 'bornOn', what: 'The date of birth that was assessed', on: bornOn }, today),
  ],
  examples: {
    begun: { on: literal('2026-01-14'), moment: 'begun', theirView: 'Sixteen; his mother counted by the harvest.' },
    'a child': {
      on: literal('2026-02-09'),
      moment: 'child',
      bornOn: literal('2009-07-01'),
      adultPresent: true,
      reasons: 'His account is consistent with school and journey; nothing found speaks against it.',
    },
  },
});
