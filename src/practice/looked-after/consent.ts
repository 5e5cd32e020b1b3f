import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { longestName } from '../people/named-person.ts';

export const consentMatters = {
  healthAssessment: 'Health assessments',
  routineTreatment: 'Routine treatment, dentist and optician',
  immunisations: 'Immunisations',
  emergencyTreatment: 'Emergency treatment, with anaesthetic',
  mentalHealth: 'Mental health assessment and treatment',
  schoolTrips: 'School trips and activities',
  abroad: 'Journeys abroad, and a passport',
  photographs: 'Photographs and films',
  informationSharing: 'Sharing of information',
  other: 'Something else',
} as const;

export const consentAnswers = { given: 'Given', refused: 'Refused', withdrawn: 'Withdrawn' } as const;

const givers = {
  parent: 'Somebody with parental responsibility',
  child: 'The child, who is able to decide it (Gillick), or is 16 or over',
  authority: 'The authority, under a care order (section 33)',
  court: 'The court',
} as const;

/** A consent, its refusal or its withdrawal: the latest of a matter and a giver counts. */
export const consent = defineStep({
  name: 'consent',
  title: 'Consent',
  law: 'Children Act 1989 s2(7), s3, s22(4), s33 and Sch 2 para 19; Family Law Reform Act 1969 s8',
  fields: {
    givenOn: date('Date', { required: 'A consent counts from its day until it is withdrawn' }),
    matter: code('To what', consentMatters, { required: 'A consent to one thing is none to another' }),
    by: code('By whom', givers, { neverPrefilled: true }),
    holder: link('Who', 'person', { askedWhen: ({ by }: SoFar) => by === 'parent' }),
    name: text('Name of somebody who has no record', {
      longest: longestName,
      askedWhen: ({ by, holder }: SoFar) => by === 'parent' && holder === undefined,
    }),
    answer: code('Answer', consentAnswers, { required: 'A refusal is recorded as a consent is', neverPrefilled: true }),
    note: text('In which form, for what exactly, and what they said', { lines: 2, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.givenOn,
  offers: (_history, today) => ({ givenOn: { value: today } }),
  togetherWith: 'siblings',
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker'], read: practitioners },
  summary: ({ matter, answer }) => `Consent ${inSentence(consentAnswers[answer])}: ${inSentence(consentMatters[matter])}`,
  decide: (_history, { givenOn }, today) => notAhead({ field: 'givenOn', what: 'The date', on: givenOn }, today),
  examples: {
    'immunisations, by her father': {
      givenOn: literal('2026-01-13'),
      matter: 'immunisations',
      by: 'parent',
      name: 'Devon Example',
      answer: 'given',
      note: 'Signed form.',
    },
    'health assessment, by the young person': {
      givenOn: literal('2026-01-13'),
      matter: 'healthAssessment',
      by: 'child',
      answer: 'refused',
    },
  },
});
