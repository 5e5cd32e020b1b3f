import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';
import { midwayLimits } from './review-midway-limits.ts';

const found = {
  onCourse: 'What was decided is being done',
  drifting: 'Something that was decided is not done in time',
  stuck: 'The plan has come to a halt',
} as const;

/** Between two reviews the officer looks whether what was decided happens: drift is found while there is time to end it. */
export const reviewMidwayCheck = defineStep({
  name: 'reviewMidwayCheck',
  title: 'Midway check of the reviewing officer',
  law: 'Children Act 1989 s25B(1)(a); Care Planning, Placement and Case Review Regulations 2010 reg 45; IRO Handbook 2010 chapter 3',
  fields: {
    checkedOn: date('Date of the check', { required: 'The check is owed by a day, half-way to the next review' }),
  },
  each: {
    found: code('What was found', found, { required: 'The officer says whether there is drift', neverPrefilled: true }),
    spokeWithChild: yesNo('The officer spoke with the child', { neverPrefilled: true }),
    note: text('What was seen, and what is to happen', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.checkedOn,
  offers: (_history, today) => ({ checkedOn: { value: today } }),
  timescales: midwayLimits,
  may: { record: ['reviewingOfficer'], read: practitioners },
  summary: (answers) => `Midway check: ${inSentence(found[answers.found])}`,
  decide: (history, { checkedOn }, today) => {
    const day = { field: 'checkedOn', what: 'The date of the check', on: checkedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'lookedAfterReview', 'the first review')];
  },
  dependsOn: ['lookedAfterReview'],
  examples: {
    'on course': { checkedOn: literal('2026-03-18'), found: 'onCourse', spokeWithChild: true },
    drifting: {
      checkedOn: literal('2026-06-18'),
      found: 'drifting',
      spokeWithChild: false,
      note: 'Life-story work has not begun. The team manager finds somebody by the end of the month.',
    },
  },
});
