import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { rows } from '../../kernel/field/rows.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { allegationLaw, officersMay } from './officer.ts';

const kinds = {
  strategy: 'Strategy discussion with the police, about children who may be at risk',
  trust: 'Position-of-trust meeting',
  review: 'Review of where the enquiries stand',
  final: 'Final meeting',
} as const;

/** Police, employer, social care and regulator agree on who does what, in which order. The person is not there. */
export const allegationMeeting = defineStep({
  name: 'allegationMeeting',
  title: 'Meeting about an allegation',
  law: allegationLaw,
  file: 'allegation',
  fields: {
    heldOn: date('Date', { required: 'The next review runs from it' }),
    kind: code('Which meeting', kinds, { required: 'Reviews and the first meeting have limits of their own', neverPrefilled: true }),
    present: rows(
      'Who was there',
      { name: text('Name', { longest: 200 }), from: text('From', { longest: 200 }) },
      { line: 'Person', shown: 4 },
    ),
    position: text('What the person does meanwhile: at work, at other work, suspended; and why', { lines: 3, neverPrefilled: true }),
    decisions: text('What was agreed: who does what, by when', {
      lines: 5,
      required: 'Each strand knows what it does, and in which order',
      neverPrefilled: true,
    }),
  },
  happenedOn: (answers) => answers.heldOn,
  offers: (_history, today) => ({ heldOn: { value: today } }),
  may: officersMay,
  summary: ({ kind }) => kinds[kind],
  decide: (_history, { heldOn }, today) => notAhead({ field: 'heldOn', what: 'The date', on: heldOn }, today),
  examples: {
    'the first': {
      heldOn: literal('2026-03-06'),
      kind: 'trust',
      present: [
        { name: 'A. Police', from: 'Child abuse investigation unit' },
        { name: 'B. Head', from: 'School' },
      ],
      position: 'In the library, away from children.',
      decisions: 'The police speak with the child by the 10th; the school does nothing until they have.',
    },
    'a review': {
      heldOn: literal('2026-04-02'),
      kind: 'review',
      decisions: 'No further action by the police: the school now asks its own questions.',
    },
  },
});
