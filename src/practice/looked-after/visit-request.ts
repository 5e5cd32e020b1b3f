import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

/** Regulation 28(8) is about a notice of Ofsted’s to the authority. Anybody’s worry about a placement calls for a visit too, soon, and not by that week. */
const kinds = {
  request: 'A visit is asked for, or somebody is worried about the placement',
  concern: 'Notice from Ofsted about the children’s home (Care Standards Act 2000 s30A)',
} as const;

/** Something besides the calendar makes a visit necessary. */
export const visitRequest = defineStep({
  name: 'visitRequest',
  title: 'Visit asked for',
  law: 'Care Planning, Placement and Case Review Regulations 2010 reg 28(7)–(8)',
  fields: {
    askedOn: date('Date of the request or notice', { required: 'Regulation 28(7) and (8): the visit is owed from it' }),
    kind: code('What it is', kinds, { required: 'Regulation 28(8): after a notice under s30A the child is visited within a week' }),
    words: text('What was said', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.askedOn,
  offers: (_history, today) => ({ askedOn: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ kind }) => kinds[kind],
  decide: (_history, { askedOn }, today) => notAhead({ field: 'askedOn', what: 'The date of the request', on: askedOn }, today),
  examples: { 'the child asks': { askedOn: literal('2026-04-14'), kind: 'request', words: 'Please come before the weekend.' } },
});
