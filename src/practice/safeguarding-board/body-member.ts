import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { agencies } from './agencies.ts';
import { seats } from './configurations.ts';
import { mayMakeBodies } from './readers.ts';

/** Somebody sits on a body, for an agency, as something, from a day on. Who signs in here opens the body by it, and the bodies that answer to it: on the days on which they sit. */
export const bodyMember = defineStep({
  name: 'bodyMember',
  title: 'Member',
  law: 'Children Act 2004 ss16E–16L; Working Together 2023, chapter 2',
  file: 'body',
  fields: {
    from: date('From', { required: 'Whether they were owed an invitation on a day is told by it' }),
    agency: code('Agency', agencies, { required: 'Attendance is told agency by agency' }),
    name: text('Name and post', { longest: 200, required: 'A seat with nobody on it answers for nothing' }),
    seat: code('As', seats, { required: 'What the law asks of the body is compared with it' }),
    member: link('Sign-in', 'member', { hint: 'If they sign in here: they open this body by it' }),
  },
  happenedOn: (answers) => answers.from,
  offers: (_history, today) => ({ from: { value: today } }),
  may: mayMakeBodies,
  summary: ({ name, agency, seat }) => `${name}, ${agencies[agency]}: ${seats[seat].toLowerCase()}`,
  decide: (_history, { from }, today) => notAhead({ field: 'from', what: 'The first day', on: from }, today),
  examples: {
    'of the police': {
      from: literal('2024-12-01'),
      agency: 'police',
      name: 'Superintendent Rae Whitlock',
      seat: 'delegated',
      member: '11111111-1111-4111-8111-111111111111',
    },
    'an independent chair, 2009': { from: literal('2009-01-05'), agency: 'independent', name: 'Independent chair', seat: 'chair' },
  },
});
