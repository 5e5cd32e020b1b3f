import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { offerLink } from '../../kernel/step/offers.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart, statementsOf } from '../checks.ts';
import { disputeLevels } from './review-dispute.ts';

/** A dispute that one level has not resolved goes to the next: on which day, and what the level before had answered. */
export const reviewDisputeStage = defineStep({
  name: 'reviewDisputeStage',
  title: 'Dispute of the reviewing officer taken to the next level',
  law: 'Care Planning, Placement and Case Review Regulations 2010 reg 45; IRO Handbook 2010 chapter 6',
  fields: {
    takenOn: date('Date', { required: 'Each level has five working days of the 20 (local)' }),
    level: code('To whom', disputeLevels, { required: 'IRO Handbook: the dispute goes up, and says where it is' }),
    dispute: link('Which dispute', 'entry', { hint: 'Leave empty for the last one raised' }),
    answer: text('What the level before answered', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.takenOn,
  offers: (history, today) => ({
    takenOn: { value: today },
    dispute: offerLink(history.findLast(({ step, answers }) => step === 'reviewDispute' && answers['kind'] === 'officerDisputes')),
  }),
  among: (history) => statementsOf('reviewDispute', history),
  may: { record: ['reviewingOfficer', 'headOfService'], read: practitioners },
  summary: ({ level }) => `Dispute of the reviewing officer: now with the ${inSentence(disputeLevels[level])}`,
  decide: (history, { takenOn }, today) => {
    const day = { field: 'takenOn', what: 'The date', on: takenOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'reviewDispute', 'the dispute was raised')];
  },
  dependsOn: ['reviewDispute'],
  examples: {
    'to the director': {
      takenOn: literal('2026-03-03'),
      level: 'director',
      answer: 'The head of service agrees, and has no money for the placement.',
    },
  },
});
