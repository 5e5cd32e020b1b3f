import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { afterItsRequest, amongRequests, ofWhichRequest } from './requests.ts';

export const subjectAccessWithdrawal = defineStep({
  name: 'subjectAccessWithdrawal',
  title: 'Subject access request withdrawn',
  law: 'UK GDPR Art 15: the right is theirs, to use or not',
  about: 'anybody',
  togetherWith: 'nobody',
  fields: {
    withdrawnOn: date('Date on which they said so', { required: 'From it no copy is owed' }),
    said: text('What they said, and how', {
      lines: 2,
      neverPrefilled: true,
      required: 'A request that nobody took back is still owed: silence is no withdrawal',
    }),
    request: ofWhichRequest,
  },
  happenedOn: (answers) => answers.withdrawnOn,
  offers: (_history, today) => ({ withdrawnOn: { value: today } }),
  among: amongRequests,
  may: { record: practitioners, read: practitioners },
  summary: () => 'Subject access request withdrawn',
  decide: (history, { withdrawnOn, request }, today) =>
    afterItsRequest({ field: 'withdrawnOn', what: 'The date on which they said so', on: withdrawnOn }, request, history, today),
  examples: { 'by telephone': { withdrawnOn: literal('2026-03-12'), said: 'Rang to say that the letter of 2019 was all she wanted.' } },
});
