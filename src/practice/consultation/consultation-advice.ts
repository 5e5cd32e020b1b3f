import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import type { History } from '../../kernel/step/history.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { allOf, defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart, statementsOf, unanswered } from '../checks.ts';
import { advisers, caseConsultation } from './case-consultation.ts';

/** What a lawyer advised may stand in them: shown to nobody outside. The database says the same (`record.showable`). */
export const lawyers: ReadonlySet<string> = new Set(['consultationAdvice', 'legalPlanningMeeting']);

const uses = { followed: 'Followed', partly: 'Followed in part', notFollowed: 'Not followed' } as const;

/** The consultations to which nobody has recorded an answer. */
const waiting = (history: History) =>
  unanswered(allOf(caseConsultation, history), history, { step: 'consultationAdvice', question: 'consultation' });

/** What was advised, and what was decided upon it; where it was not followed, why. */
export const consultationAdvice = defineStep({
  name: 'consultationAdvice',
  title: 'Advice of a consultation, and the decision',
  law: 'Working Together 2023, chapter 1; a lawyer’s advice: Data Protection Act 2018 Sch 2 para 19',
  fields: {
    advisedOn: date('Date of the advice', { required: 'Shows whether the answer came in time' }),
    consultation: link('To which consultation', 'entry'),
    adviser: code('Who advised', advisers, { required: 'Advice of a lawyer is privileged, and left out of what is given to others' }),
    advice: text('What was advised', {
      lines: 5,
      hint: 'A lawyer’s advice is privileged: it is left out of what leaves the authority',
      neverPrefilled: true,
    }),
    use: code('Whether it is followed', uses, { required: 'Advice that is not followed needs a reason', neverPrefilled: true }),
    reason: text('What was decided; if the advice was not followed, why', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.advisedOn,
  offers: (history, today) => {
    const last = waiting(history).at(-1);
    return {
      advisedOn: { value: today },
      ...(last === undefined
        ? {}
        : { consultation: { value: last.entry, from: last }, adviser: { value: last.answers.adviser, from: last } }),
    };
  },
  among: (history) => statementsOf('caseConsultation', history),
  may: { record: ['socialWorker', 'teamManager', 'headOfService', 'reviewingOfficer'], read: practitioners },
  summary: ({ adviser, use }) => `Advised by: ${advisers[adviser].toLowerCase()}. ${uses[use]}`,
  decide: (history, { advisedOn }, today) => {
    const day = { field: 'advisedOn', what: 'The date of the advice', on: advisedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'caseConsultation', 'the first consultation was asked for')];
  },
  dependsOn: ['caseConsultation'],
  examples: {
    'not followed': {
      advisedOn: literal('2026-04-16'),
      consultation: '55555555-5555-4555-8555-555555555555',
      adviser: 'legalAdviser',
      advice: 'The threshold is met on the chronology; letter before proceedings now.',
      use: 'notFollowed',
      reason: 'The grandmother has moved in since. Looked at again in four weeks, with the lawyer.',
    },
    followed: { advisedOn: literal('2026-04-16'), adviser: 'outsideExpert', advice: 'Watch him with the door open.', use: 'followed' },
  },
});
