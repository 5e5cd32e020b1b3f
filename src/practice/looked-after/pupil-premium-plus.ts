import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { decimal, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

const spentOn = {
  tuition: 'Tuition',
  speech: 'Speech, language or therapy',
  equipment: 'Equipment, books, a computer',
  activities: 'Clubs, music, trips',
  staff: 'Staff time',
  other: 'Something else',
} as const;

/** Money for a looked-after child’s education, which the virtual school head manages, and whether it did what it was for. */
export const pupilPremiumPlus = defineStep({
  name: 'pupilPremiumPlus',
  title: 'Pupil premium plus',
  law: 'Pupil premium: conditions of grant; Promoting the education of looked-after children 2018',
  fields: {
    agreedOn: date('Date on which it was agreed', { required: 'The grant is of a financial year' }),
    amount: decimal('Amount, in pounds', { required: 'The virtual school head accounts for the grant' }),
    spentOn: code('For what', spentOn),
    target: text('Which target of the education plan it serves', { lines: 2 }),
    result: text('What came of it', { lines: 2, neverPrefilled: true, hint: 'Left empty until it can be told: correct this entry then' }),
  },
  happenedOn: (answers) => answers.agreedOn,
  offers: (_history, today) => ({ agreedOn: { value: today } }),
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: ({ amount, spentOn: what }) =>
    `Pupil premium plus: £${amount.toLocaleString('en-GB')}${what === undefined ? '' : `, ${spentOn[what].toLowerCase()}`}`,
  decide: (_history, { agreedOn }, today) => notAhead({ field: 'agreedOn', what: 'The date on which it was agreed', on: agreedOn }, today),
  examples: {
    'a tutor': { agreedOn: literal('2026-01-23'), amount: 840, spentOn: 'tuition', target: 'Reading at his age by the summer.' },
  },
});
