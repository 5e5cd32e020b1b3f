import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { time } from '../../kernel/field/time.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { referralSources } from '../../vocabulary/cin.ts';
import { notAhead, notBeforePregnancy } from '../checks.ts';
import { familyTold, ifNotTold } from './telling-the-family.ts';

const ways = {
  telephone: 'Telephone',
  online: 'Online form',
  email: 'E-mail or letter',
  inPerson: 'In person',
  notification: 'Notification by the police or another agency',
} as const;

/** Whatever reaches the front door about a child, before anybody has decided whether it is a referral. */
export const contact = defineStep({
  name: 'contact',
  title: 'Contact',
  law: 'Children Act 1989 s17 and s47; Working Together 2023, chapter 3',
  fields: {
    receivedOn: date('Date of the contact', { required: 'Working Together: the working day for deciding runs from receipt' }),
    receivedAt: time('Time'),
    how: code('How it came', ways),
    source: code('Who made the contact', referralSources, {
      required: 'Working Together: a professional is told the outcome, anybody else that it was received',
    }),
    fromWhom: text('Their name and what they do', { longest: 200 }),
    reach: text('How to reach them', { longest: 200 }),
    reference: text('Their reference', { hint: 'For example the number of a police notification', longest: 60 }),
    worry: text('What they are worried about', {
      lines: 6,
      required: 'Nobody can decide about a child without knowing what the worry is',
      neverPrefilled: true,
    }),
    familyTold: code('Does the family know of this contact?', familyTold),
    whyNotTold: text('Why the family was not told', { lines: 2, askedWhen: ifNotTold }),
  },
  each: {
    ownWorry: text('What is different for this child', { lines: 2, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.receivedOn,
  offers: (_history, today) => ({ receivedOn: { value: today } }),
  ticks: 'household',
  recordsAtOnce: true,
  may: { record: practitioners, read: practitioners },
  summary: ({ source }) => `Contact from: ${referralSources[source]}`,
  decide: (history, { receivedOn }, today) => {
    const day = { field: 'receivedOn', what: 'The date of the contact', on: receivedOn };
    return [...notAhead(day, today), ...notBeforePregnancy(day, history)];
  },
  examples: {
    'a school rings, the family knows': {
      receivedOn: literal('2026-03-02'),
      receivedAt: '10:20',
      how: 'telephone',
      source: '2A',
      fromWhom: 'Mrs Okoro, designated safeguarding lead',
      worry: 'Amira came to school without lunch on four days and said there was nobody at home.',
      familyTold: 'told',
    },
    'a notification by the police': {
      receivedOn: literal('2026-03-02'),
      how: 'notification',
      source: '6',
      reference: 'NR/2026/01187',
      worry: 'Officers attended a quarrel between the adults; the children were upstairs.',
      familyTold: 'notTold',
      whyNotTold: 'The caller would be known as the source and is afraid.',
    },
  },
});
