import { date as literal, type LocalDate } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { link, text } from '../../kernel/field/plain.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { offerLink } from '../../kernel/step/offers.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { workingDays, type Moment } from '../../kernel/step/timescale.ts';
import { notAhead, notBeforeStart, statementsOf } from '../checks.ts';
import { decisionOn } from './response.ts';

const responses = {
  assessment: 'Child and family assessment',
  strategyDiscussion: 'Strategy discussion: reasonable cause to suspect significant harm',
  earlyHelp: 'Early help or another service',
  noFurtherAction: 'No further action',
} as const;

/** A referral that arrives with "no further action" in a file arrives decided. */
const stillToDecide: Moment = {
  step: 'referral',
  on: (referral) => (referral.answers['noFurtherAction'] === true ? undefined : referral.happenedOn),
};

/** A decision that names its referral is a decision on that one alone. */
function decidedFor(decision: Statement, _history: History, start?: Statement): LocalDate | undefined {
  const named = decision.answers['referral'];
  return named === undefined || start === undefined || named === start.entry ? decision.happenedOn : undefined;
}

const undecidedReferral = (history: History): Statement | undefined =>
  statementsOf('referral', history).findLast((one) => decisionOn(one, history) === undefined);

export const referralDecision = defineStep({
  name: 'referralDecision',
  title: 'Decision on the referral',
  law: 'Working Together 2023, chapter 3',
  fields: {
    decidedOn: date('Date of the decision', { required: 'Working Together: decided within one working day of receiving the referral' }),
    response: code('Response', responses, {
      required: 'Working Together: the decision on the next steps and the kind of response',
      neverPrefilled: true,
    }),
    referral: link('Which referral', 'entry', { hint: 'Leave empty for the last one' }),
    acknowledgedOn: date('Date the referrer was told', { hint: 'Leave empty if the referrer has not been told yet' }),
    reason: text('Why', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.decidedOn,
  timescales: [
    {
      rule: 'referralDecision',
      version: 'Assessment Framework 2000',
      title: 'Decision on the referral',
      limit: workingDays(1),
      starts: [stillToDecide],
      meets: { step: 'referralDecision', on: decidedFor },
      endedBy: [{ step: 'closure', because: 'case closed' }],
      inForce: { from: literal('2000-04-01') },
      reading: 2,
      announcedOn: literal('2000-04-01'),
      standing: 'guidance',
      law: 'Working Together: response decided, and the referrer told, within one working day of receipt',
    },
  ],
  offers: (history, today) => ({ decidedOn: { value: today }, referral: offerLink(undecidedReferral(history)) }),
  togetherWith: 'siblings',
  among: (history) => statementsOf('referral', history),
  may: { record: ['teamManager', 'dutyWorker'], read: practitioners },
  summary: ({ response }) => `Decision on the referral: ${inSentence(responses[response])}`,
  decide: (history, { decidedOn, acknowledgedOn }, today) => {
    const day = { field: 'decidedOn', what: 'The date of the decision', on: decidedOn };
    const told =
      acknowledgedOn === undefined
        ? []
        : notAhead({ field: 'acknowledgedOn', what: 'The date the referrer was told', on: acknowledgedOn }, today);
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'referral', 'the first referral'), ...told];
  },
  dependsOn: ['referral'],
  examples: {
    'assessed, referrer told the same day': {
      decidedOn: literal('2026-03-03'),
      response: 'assessment',
      acknowledgedOn: literal('2026-03-03'),
    },
    'early help': {
      decidedOn: literal('2026-03-03'),
      response: 'earlyHelp',
      reason: 'The school’s family worker will help with mornings.',
    },
  },
});
