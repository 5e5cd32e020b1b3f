import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { decimal, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

/** Money for a first home. Each payment is an entry; the sum is added up. */
export const settingUpAllowance = defineStep({
  name: 'settingUpAllowance',
  title: 'Setting-up-home allowance',
  law: 'Children Act 1989 s23B, s23C and s24B; Planning transition to adulthood for care leavers (2022): £3,000 since 1 April 2023',
  fields: {
    givenOn: date('Date', { required: 'What is left of the allowance is counted from what was given' }),
    amount: decimal('Amount, in pounds', { required: 'What is left of the allowance is counted from what was given' }),
    what: text('For what', { lines: 2 }),
  },
  happenedOn: (answers) => answers.givenOn,
  offers: (_history, today) => ({ givenOn: { value: today } }),
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: ({ amount, what }) => `Setting-up-home allowance: £${amount.toLocaleString('en-GB')}${what === undefined ? '' : `, ${what}`}`,
  decide: (_history, { givenOn }, today) => notAhead({ field: 'givenOn', what: 'The date', on: givenOn }, today),
  examples: { 'a bed and a cooker': { givenOn: literal('2026-09-14'), amount: 640, what: 'Bed, cooker, curtains' } },
});
