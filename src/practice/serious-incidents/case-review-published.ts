import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';
import { publicationLimit } from './incident-limits.ts';

/** The report is published, or what was learnt where the whole cannot be, with the reason. */
export const caseReviewPublished = defineStep({
  name: 'caseReviewPublished',
  title: 'Case review published',
  law: 'Children Act 2004 s16F; SI 2018/789; Working Together 2023, chapter 5: a report is published, or the improvements alone where it would be wrong to publish the whole',
  file: 'caseReview',
  fields: {
    publishedOn: date('Date of publication', { required: 'The six months end with it' }),
    where: text('Where', { longest: 300 }),
    notWhole: text('If not the whole report: why', { lines: 3, neverPrefilled: true }),
    familyTold: date('Family told before on'),
  },
  happenedOn: (answers) => answers.publishedOn,
  timescales: [publicationLimit],
  offers: (_history, today) => ({ publishedOn: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ where }) => `Published${where === undefined ? '' : `: ${where}`}`,
  decide: (history, { publishedOn }, today) => {
    const day = { field: 'publishedOn', what: 'The date of publication', on: publishedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'caseReviewDecision', 'the review was decided on')];
  },
  dependsOn: ['caseReviewDecision'],
  examples: {
    published: { publishedOn: literal('2026-10-12'), where: 'The partnership’s own pages', familyTold: literal('2026-10-05') },
    'the improvements alone': { publishedOn: literal('2026-10-12'), notWhole: 'Her brother could be known by it, and asked us not to.' },
  },
});
