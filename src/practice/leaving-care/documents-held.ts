import { date as literal } from '../../kernel/calendar/dates.ts';
import { codes } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

export const leaversDocuments = {
  birthCertificate: 'Birth certificate',
  passport: 'Passport',
  nationalInsurance: 'National Insurance number',
  healthPassport: 'Health passport: their own health history',
  bankAccount: 'Bank account',
  photoIdentity: 'Driving licence or other identity with a photograph',
  settledStatus: 'Immigration status proved, or applied for',
  savings: 'Junior ISA and savings handed over',
  lifeStory: 'Life-story book, photographs and things of their own',
} as const;

/** What somebody needs to be an adult, held by the young person themselves. The latest check counts as a whole. */
export const documentsHeld = defineStep({
  name: 'documentsHeld',
  title: 'Documents of a young person leaving care',
  law: 'Care Leavers Regulations 2010 Sch 1; Planning transition to adulthood for care leavers (2022)',
  fields: {
    checkedOn: date('Date on which it was checked', { required: 'What a young person has in hand changes; the latest check counts' }),
    held: codes('What the young person has in hand', leaversDocuments, { neverPrefilled: true }),
    note: text('What is missing, who gets it and by when', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.checkedOn,
  offers: (_history, today) => ({ checkedOn: { value: today } }),
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: ({ held = [] }) =>
    `Documents held: ${held.length === 0 ? 'none yet' : held.map((one) => leaversDocuments[one].split(':')[0]).join(', ')}`,
  decide: (_history, { checkedOn }, today) =>
    notAhead({ field: 'checkedOn', what: 'The date on which it was checked', on: checkedOn }, today),
  examples: {
    'at seventeen': {
      checkedOn: literal('2026-05-20'),
      held: ['birthCertificate', 'nationalInsurance', 'bankAccount'],
      note: 'Passport applied for on 4 May; the nurse brings the health passport in June.',
    },
  },
});
