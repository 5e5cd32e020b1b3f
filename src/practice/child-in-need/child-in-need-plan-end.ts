import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';

const follows = {
  nothing: 'Nothing more: what was wanted has come about',
  familyHelp: 'Family help or another service',
  protection: 'Section 47 enquiry or protection plan',
  lookedAfter: 'The child is looked after',
  withdrew: 'Nothing more: the family no longer wants it',
  moved: 'The family has moved, and another authority goes on',
} as const;

export const childInNeedPlanEnd = defineStep({
  name: 'childInNeedPlanEnd',
  title: 'Child in need plan ended',
  law: 'Children Act 1989 s17; Working Together 2023, chapter 3',
  fields: {
    endedOn: date('Date the child in need plan ended', {
      required: 'Children in need census: dates of the plan',
      returns: { cin: 'CINPlanEndDate' },
    }),
    whatFollows: code('What follows', follows, { neverPrefilled: true }),
    reason: text('Why, and what is still worrying', { lines: 3, neverPrefilled: true }),
    whoNext: text('Whom the family rings from now on', { longest: 200 }),
  },
  happenedOn: (answers) => answers.endedOn,
  offers: (_history, today) => ({ endedOn: { value: today } }),
  togetherWith: 'siblings',
  may: { record: ['socialWorker', 'teamManager'], read: practitionersAndLeads },
  summary: ({ whatFollows }) => `Child in need plan ended${whatFollows === undefined ? '' : `: ${inSentence(follows[whatFollows])}`}`,
  decide: (history, { endedOn }, today) => {
    const day = { field: 'endedOn', what: 'The date the child in need plan ended', on: endedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'childInNeedPlan', 'the first child in need plan started')];
  },
  dependsOn: ['childInNeedPlan'],
  carriedBy: { cin: 'CINPlanDates' },
  examples: {
    'needs met': {
      endedOn: literal('2026-09-29'),
      whatFollows: 'familyHelp',
      reason: 'He has been in school every day since June. His mother still has nobody for the nights on which she works.',
      whoNext: 'The school’s family worker',
    },
    'as a census says it': { endedOn: literal('2026-09-29') },
  },
});
