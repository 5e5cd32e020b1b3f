import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text, yesNo } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { primaryNeeds, referralSources } from '../../vocabulary/cin.ts';
import { notAhead, notBeforePregnancy } from '../checks.ts';

export const referral = defineStep({
  name: 'referral',
  title: 'Referral',
  law: 'Children Act 1989 s17 and s47; Working Together 2023, chapter 3',
  fields: {
    referredOn: date('Date of the referral', {
      required: 'Children in need census, and the start of the limit for the assessment',
      returns: { cin: 'CINreferralDate' },
    }),
    source: code('Who made the referral', referralSources, { returns: { cin: 'ReferralSource' } }),
    primaryNeed: code('Primary need', primaryNeeds, { returns: { cin: 'PrimaryNeedCode' } }),
    contact: link('From which contact', 'entry', { hint: 'Leave empty for the last one' }),
    reason: text('Why it is a referral', { lines: 3, neverPrefilled: true, hint: 'Only what the contact does not say already' }),
    noFurtherAction: yesNo('No further action', { inFilesAlone: true, returns: { cin: 'ReferralNFA' } }),
  },
  happenedOn: (answers) => answers.referredOn,
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
