import { date as literal } from '../../kernel/calendar/dates.ts';
import { addWorkingDays } from '../../kernel/calendar/working-days.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforePregnancy } from '../checks.ts';

/** Until 14 April 2013 there were two kinds. */
const kinds = { initial: 'Initial assessment', core: 'Core assessment' } as const;

export const childAndFamilyAssessment = defineStep({
  name: 'childAndFamilyAssessment',
  title: 'Child and family assessment started',
  law: 'Children Act 1989 s17; Working Together 2023, chapter 3',
  fields: {
    startedOn: date('Date the assessment started', {
      required: 'Children in need census, and the start of a further assessment’s limit',
      returns: { cin: 'AssessmentActualStartDate' },
    }),
    internalReviewOn: date('Date of the internal review', {
      hint: 'The day by which a manager looks again at how much assessment is needed',
      returns: { cin: 'AssessmentInternalReviewDate' },
    }),
    kind: code('Kind of assessment before 15 April 2013', kinds, {
      folded: true,
      askedWhen: (answers: SoFar) => typeof answers['startedOn'] === 'string' && answers['startedOn'] < '2013-04-15',
    }),
  },
  happenedOn: (answers) => answers.startedOn,
  offers: (history, today) => {
    const from = history.findLast(({ step }) => step === 'referral');
    return { startedOn: { value: today }, internalReviewOn: from && { value: addWorkingDays(from.happenedOn, 15), from } };
  },
  togetherWith: 'siblings',
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker', 'leadPractitioner'], read: practitionersAndLeads },
  summary: ({ kind }) => `${kind === undefined ? 'Child and family assessment' : kinds[kind]} started`,
  decide: (history, { startedOn }, today) => {
    const day = { field: 'startedOn', what: 'The date the assessment started', on: startedOn };
    return [...notAhead(day, today), ...notBeforePregnancy(day, history)];
  },
  carriedBy: { cin: 'Assessments' },
  examples: { 'after a referral': { startedOn: literal('2026-03-03'), internalReviewOn: literal('2026-03-24') } },
});
