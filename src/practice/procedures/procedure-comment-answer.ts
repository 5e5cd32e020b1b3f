import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import type { History } from '../../kernel/step/history.ts';
import { offerLink } from '../../kernel/step/offers.ts';
import { everybodyHere } from '../../kernel/step/permission.ts';
import { allOf, defineStep } from '../../kernel/step/step.ts';
import { notAhead, unanswered } from '../checks.ts';
import { procedureComment } from './procedure-comment.ts';

export const commentOutcomes = {
  amended: 'Taken up: the section is amended in the next edition',
  explained: 'Explained: the section stands',
  notTaken: 'Not taken up',
} as const;

/** The comments to which nobody has recorded an answer. */
const waiting = (history: History) =>
  unanswered(allOf(procedureComment, history), history, { step: 'procedureCommentAnswer', question: 'comment' });

/** Every comment is answered, also where nothing is amended. */
export const procedureCommentAnswer = defineStep({
  name: 'procedureCommentAnswer',
  title: 'Answer to a comment on the procedures',
  law: 'Working Together 2023, chapter 2',
  file: 'procedures',
  fields: {
    on: date('Date', { required: 'Shows whether it was answered within the quarter' }),
    comment: link('To which comment', 'entry', { required: 'An answer is to one comment, and ends the limit of that one alone' }),
    outcome: code('What comes of it', commentOutcomes, { required: 'Whoever wrote sees what came of it', neverPrefilled: true }),
    answer: text('Answer', { lines: 3, required: 'Also what is not taken up has a reason', neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (history, today) => ({ on: { value: today }, comment: offerLink(waiting(history)[0]) }),
  may: { record: ['headOfService', 'teamManager', 'reviewingOfficer'], read: everybodyHere },
  summary: ({ outcome, answer }) => `${commentOutcomes[outcome]}. ${answer}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  dependsOn: ['procedureComment'],
  examples: {
    'taken up': {
      on: literal('2026-11-25'),
      comment: '55555555-5555-4555-8555-555555555555',
      outcome: 'amended',
      answer: 'From the next edition schools are asked by two in the afternoon for the next morning, unless the child is in danger now.',
    },
  },
});
