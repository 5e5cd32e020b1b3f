import { date as literal } from '../../kernel/calendar/dates.ts';
import { codes } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';

/** From whom a review waits for something: the report of the social worker, and the papers by which everybody else is asked. */
export const reviewPapers = {
  report: 'The social worker’s report',
  child: 'The child',
  parents: 'The parents, or who has parental responsibility',
  carers: 'The carers',
  school: 'School or nursery',
  health: 'Health',
} as const;
export type ReviewPaper = keyof typeof reviewPapers;

const wordsOf = (what: string, papers: readonly ReviewPaper[] = []): readonly string[] =>
  papers.length === 0 ? [] : [`${what}: ${papers.map((paper) => inSentence(reviewPapers[paper])).join(', ')}`];

/** What comes in before a review is said as it comes: the reviewing officer sees what is still missing, and nobody keeps a list beside the record. */
export const reviewConsultation = defineStep({
  name: 'reviewConsultation',
  title: 'Papers for the looked-after review',
  law: 'Care Planning, Placement and Case Review Regulations 2010 reg 45(2) and Sch 7; Children Act 1989 s26(2)(d); IRO Handbook 2010 chapter 3',
  fields: {
    doneOn: date('Date', { required: 'What came before the last review is not of the next one' }),
    sent: codes('Who was asked', reviewPapers),
    cameIn: codes('What came in from whom', reviewPapers),
    parentsView: text('What the parents say for the review', { lines: 4, neverPrefilled: true }),
  },
  each: {
    childsView: text('What the child says for the review, in their own words', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.doneOn,
  offers: (_history, today) => ({ doneOn: { value: today } }),
  may: { record: ['socialWorker', 'teamManager', 'reviewingOfficer'], read: practitioners },
  summary: ({ sent, cameIn }) =>
    ['Papers for the looked-after review', ...wordsOf('came in', cameIn), ...wordsOf('asked', sent)].join('; '),
  decide: (history, { doneOn }, today) => {
    const day = { field: 'doneOn', what: 'The date', on: doneOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'periodOfCare', 'the child became looked after')];
  },
  examples: {
    'papers sent out': { doneOn: literal('2026-04-07'), sent: ['child', 'parents', 'carers', 'school', 'health'] },
    'the child’s own paper': {
      doneOn: literal('2026-04-22'),
      cameIn: ['child'],
      childsView: 'I want to see Kai every week. I do not want to move school.',
    },
    'report and the mother’s view': {
      doneOn: literal('2026-04-24'),
      cameIn: ['report', 'parents'],
      parentsView: 'She is settled. I want to know when I can have her on Sundays.',
    },
  },
});
