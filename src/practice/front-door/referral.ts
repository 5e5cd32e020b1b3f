import { date as literal, type LocalDate } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text, yesNo } from '../../kernel/field/plain.ts';
import type { History } from '../../kernel/step/history.ts';
import type { Offers } from '../../kernel/step/offers.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { primaryNeeds, referralSources } from '../../vocabulary/cin.ts';
import { notAhead, notBeforePregnancy, statementsOf } from '../checks.ts';
import { contactOf } from './contacts.ts';

const fields = {
  referredOn: date('Date of the referral', {
    required: 'Children in need census, and the start of the limit for the assessment',
    returns: { cin: 'CINreferralDate' },
  }),
  source: code('Who made the referral', referralSources, { returns: { cin: 'ReferralSource' } }),
  primaryNeed: code('Primary need', primaryNeeds, { returns: { cin: 'PrimaryNeedCode' } }),
  contact: link('From which contact', 'entry', { hint: 'Leave empty for the last one' }),
  reason: text('Why it is a referral', { lines: 3, neverPrefilled: true, hint: 'Only what the contact does not say already' }),
  noFurtherAction: yesNo('No further action', { inFilesAlone: true, returns: { cin: 'ReferralNFA' } }),
} as const;

/** A referral is of the day on which the contact was received, not of the day on which it was accepted. */
function fromContact(history: History, today: LocalDate): Offers<typeof fields> {
  const contact = statementsOf('contact', history).at(-1);
  const isTaken = statementsOf('referral', history).some(
    (one) => contact !== undefined && contactOf(one, history)?.entry === contact.entry,
  );
  if (contact === undefined || isTaken) return { referredOn: { value: today } };
  const source = fields.source.parse(String(contact.answers['source'] ?? ''));
  return {
    referredOn: { value: contact.happenedOn, from: contact },
    contact: { value: contact.entry, from: contact },
    ...('problem' in source || source.value === undefined ? {} : { source: { value: source.value, from: contact } }),
  };
}

export const referral = defineStep({
  name: 'referral',
  title: 'Referral',
  law: 'Children Act 1989 s17 and s47; Working Together 2023, chapter 3',
  fields,
  happenedOn: (answers) => answers.referredOn,
  offers: fromContact,
  togetherWith: 'siblings',
  among: (history) => statementsOf('contact', history),
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker'], read: practitioners },
  summary: ({ source, noFurtherAction }) =>
    `Referral${source === undefined ? '' : ` from: ${referralSources[source]}`}${noFurtherAction === true ? '. No further action' : ''}`,
  decide: (history, { referredOn }, today) => [
    ...notAhead({ field: 'referredOn', what: 'The date of the referral', on: referredOn }, today),
    ...notBeforePregnancy({ field: 'referredOn', what: 'The date of the referral', on: referredOn }, history),
  ],
  carriedBy: { cin: 'CINdetails' },
  examples: {
    'from a school': { referredOn: literal('2026-03-02'), source: '2A', primaryNeed: 'N1' },
    'no further action, as a census tells it': { referredOn: literal('2026-03-02'), source: '6', primaryNeed: 'N4', noFurtherAction: true },
  },
});
