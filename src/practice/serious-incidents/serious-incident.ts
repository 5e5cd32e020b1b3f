import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

const harms = {
  died: 'Died',
  seriouslyHarmed: 'Was seriously harmed',
  diedLookedAfter: 'Died while looked after',
  diedCareLeaver: 'Died as a care leaver, up to and including 24',
  other: 'Another incident from which agencies must learn',
} as const;

const abuse = { known: 'Known', suspected: 'Suspected', no: 'No', notKnown: 'Not known yet' } as const;

/** With it the file of a review begins: whom it is about, and what is known on the day on which we learnt of it. */
export const seriousIncident = defineStep({
  name: 'seriousIncident',
  title: 'Serious incident',
  law: 'Children Act 2004 s16C; Children Act 1989 Sch 2 para 20; Working Together 2023, chapter 5',
  file: 'caseReview',
  fields: {
    learntOn: date('Date we learnt of it', { required: 'Working Together: the five working days run from becoming aware' }),
    incidentOn: date('Date of the incident, or of the death'),
    harm: code('What happened to the child', harms, { required: 'It says who must be told', neverPrefilled: true }),
    abuse: code('Is abuse or neglect known or suspected?', abuse, {
      required: 'Children Act 2004 s16C: where it is, the national Panel is notified',
      neverPrefilled: true,
    }),
    known: text('What is known', { lines: 6, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.learntOn,
  offers: (_history, today) => ({ learntOn: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ harm }) => `Serious incident: ${harms[harm].toLowerCase()}`,
  decide: (_history, { learntOn, incidentOn }, today) => [
    ...notAhead({ field: 'learntOn', what: 'The date we learnt of it', on: learntOn }, today),
    ...(incidentOn !== undefined && incidentOn > learntOn
      ? [{ field: 'incidentOn', message: 'The incident is after the day on which we learnt of it: correct one of the two' }]
      : []),
  ],
  examples: {
    'a child who was harmed': {
      learntOn: literal('2026-03-09'),
      incidentOn: literal('2026-03-07'),
      harm: 'seriouslyHarmed',
      abuse: 'suspected',
      known: 'Two fractures of different ages, found when she was brought to hospital.',
    },
    'death of a care leaver': { learntOn: literal('2026-03-09'), harm: 'diedCareLeaver', abuse: 'no' },
  },
});
