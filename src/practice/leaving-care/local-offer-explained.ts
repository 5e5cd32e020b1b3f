import { date as literal } from '../../kernel/calendar/dates.ts';
import { codes } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

export const localOfferParts = {
  told: 'Told of the local offer, in a way that they understood',
  copy: 'Have it, on paper or on their phone',
  councilTax: 'Council tax exemption applied for or explained',
  bursary: 'Bursary or grant for college, university or an apprenticeship applied for',
  prescription: 'Free prescriptions, dentist and travel explained',
  housing: 'Priority on the housing register explained',
} as const;

/** What this authority offers its care leavers, told to this young person. */
export const localOfferExplained = defineStep({
  name: 'localOfferExplained',
  title: 'Local offer explained',
  law: 'Children and Social Work Act 2017 s2',
  fields: {
    on: date('Date', { required: 'Section 2: the offer is of use to a young person who knows of it' }),
    done: codes('What was done', localOfferParts, { required: 'A local offer has many parts' }),
  },
  each: {
    view: text('What the young person wants of it', { lines: 2, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ done }) => `Local offer: ${done.map((one) => localOfferParts[one].toLowerCase()).join('; ')}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'told, with a copy': { on: literal('2026-05-20'), done: ['told', 'copy', 'councilTax'], view: 'Driving lessons, if they count.' },
  },
});
