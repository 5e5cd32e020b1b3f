import { date as literal, type LocalDate } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { link, text } from '../../kernel/field/plain.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { offerLink } from '../../kernel/step/offers.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { workingDays } from '../../kernel/step/timescale.ts';
import { notAhead, notBeforeStart, statementsOf } from '../checks.ts';
import { contactDecided, undecidedIn } from './contacts.ts';

const contactDecisions = {
  referral: 'Accepted as a referral',
  strategyDiscussion: 'Strategy discussion at once: reasonable cause to suspect significant harm',
  openWork: 'For the worker who already has the child',
  familyHelp: 'Family help',
  earlyHelp: 'Early help or another service',
  advice: 'Information and advice',
  noFurtherAction: 'No further action',
} as const;

/** A decision is on the contact that it names, else on the last one before it. */
function decidedFor(decision: Statement, history: History, start?: Statement): LocalDate | undefined {
  return start === undefined || contactDecided(decision, history)?.entry === start.entry ? decision.happenedOn : undefined;
}

/** By a social worker or manager: who is worried about a child is answered within a working day, whatever the answer. */
export const contactDecision = defineStep({
  name: 'contactDecision',
  title: 'Decision on the contact',
  law: 'Working Together 2023, chapter 3',
  fields: {
    decidedOn: date('Date of the decision', { required: 'Working Together: decided within one working day of receipt' }),
    decision: code('Decision', contactDecisions, {
      required: 'Working Together: the decision on the next steps and the kind of response',
      neverPrefilled: true,
    }),
    contact: link('Which contact', 'entry', { hint: 'Leave empty for the last one' }),
    reason: text('Why', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.decidedOn,
  timescales: [
    {
      rule: 'contactDecision',
      version: 'Working Together 2013',
      title: 'Decision on the contact',
      limit: workingDays(1),
      starts: [{ step: 'contact' }],
      meets: { step: 'contactDecision', on: decidedFor },
      // Whoever decides on the referral, or meets at once, has decided. The day of a referral is the day of its receipt, and decides nothing.
      alsoMetBy: [{ step: 'referralDecision' }, { step: 'strategyDiscussion' }],
      endedBy: [{ step: 'closure', because: 'case closed' }],
      inForce: { from: literal('2013-04-15') },
      announcedOn: literal('2013-03-21'),
      standing: 'guidance',
      law: 'Working Together, chapter 3: within one working day of receipt a social worker decides what response is needed',
    },
  ],
  offers: (history, today) => ({ decidedOn: { value: today }, contact: offerLink(undecidedIn(history).at(-1)) }),
  togetherWith: 'siblings',
  recordsAtOnce: true,
  among: (history) => statementsOf('contact', history),
  may: { record: ['teamManager', 'dutyWorker', 'socialWorker'], read: practitioners },
  summary: ({ decision }) => `Decision on the contact: ${inSentence(contactDecisions[decision])}`,
  decide: (history, { decidedOn }, today) => {
    const day = { field: 'decidedOn', what: 'The date of the decision', on: decidedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'contact', 'the first contact')];
  },
  dependsOn: ['contact', 'contactDecision'],
  examples: {
    'accepted as a referral': { decidedOn: literal('2026-03-03'), decision: 'referral' },
    'nothing more': {
      decidedOn: literal('2026-03-03'),
      decision: 'noFurtherAction',
      reason: 'The school nurse sees the children weekly and has no worry; the family has asked for nothing.',
    },
  },
});
