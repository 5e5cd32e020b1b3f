import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text, yesNo } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notOwnWorker } from '../checks.ts';
import { notInLine, notTied, ties } from './review-independence.ts';
import { reviewingOfficerLimits } from './plan-limits.ts';

/** Who reviews the child’s case: never somebody in the line of the case or of its budget. */
export const reviewingOfficerNamed = defineStep({
  name: 'reviewingOfficerNamed',
  title: 'Reviewing officer named',
  law: 'Children Act 1989 s25A; Care Planning, Placement and Case Review Regulations 2010 regs 45–46',
  fields: {
    namedOn: date('Date the reviewing officer was named', { required: 'Children Act 1989 s25A: named before the first review' }),
    officer: link('Reviewing officer', 'member', { required: 'Children Act 1989 s25A: a named individual for every looked-after child' }),
    isIndependent: yesNo('They neither manage the case or its workers nor control its money', {
      hint: 'What the record says against them is checked as well',
      neverPrefilled: true,
    }),
    reason: text('Why the officer changed', { neverPrefilled: true, hint: 'Only when the officer is not the first', lines: 2 }),
  },
  happenedOn: (answers) => answers.namedOn,
  offers: (_history, today) => ({ namedOn: { value: today } }),
  timescales: reviewingOfficerLimits,
  togetherWith: 'siblings',
  may: { record: ['reviewingOfficer', 'teamManager', 'headOfService'], read: practitioners },
  summary: () => 'Reviewing officer named',
  decide: (history, { namedOn, officer, isIndependent }, today) => {
    const own = notOwnWorker({ field: 'officer', member: officer, on: namedOn }, history);
    return [
      ...notAhead({ field: 'namedOn', what: 'The date the reviewing officer was named', on: namedOn }, today),
      ...(own.length > 0 ? own : notTied({ field: 'officer', member: officer, on: namedOn }, history)),
      ...(isIndependent === false
        ? [
            {
              field: 'isIndependent',
              message: `Reviewing officer: ${ties.lineOrBudget}. Name somebody who does neither (Care Planning Regulations 2010 reg 46(2))`,
            },
          ]
        : []),
    ];
  },
  outsideTheLine: { who: ({ officer }) => officer, against: (_history, _answers, place) => notInLine('officer', place) },
  dependsOn: ['allocation', 'carePlan', 'placementPlan', 'personalAdviserNamed'],
  examples: { 'a first officer': { namedOn: literal('2026-01-14'), officer: '44444444-4444-4444-8444-444444444444', isIndependent: true } },
});
