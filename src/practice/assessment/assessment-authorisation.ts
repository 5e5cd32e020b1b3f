import { date as literal } from '../../kernel/calendar/dates.ts';
import { codes } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link } from '../../kernel/field/plain.ts';
import { offerLink } from '../../kernel/step/offers.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { assessmentFactors } from '../../vocabulary/cin.ts';
import { notAhead, notBeforeStart, statementsOf } from '../checks.ts';
import { assessmentLimits } from './assessment-limits.ts';

export const assessmentAuthorisation = defineStep({
  name: 'assessmentAuthorisation',
  title: 'Assessment authorised',
  law: 'Working Together 2023, chapter 3; Children in need census, module 3',
  fields: {
    authorisedOn: date('Date the assessment was authorised', {
      required: 'Children in need census, and the end of the limit for the assessment',
      returns: { cin: 'AssessmentAuthorisationDate' },
    }),
    assessment: link('Which assessment', 'entry'),
  },
  each: {
    factors: codes('Factors identified', assessmentFactors, { neverPrefilled: true, returns: { cin: 'AssessmentFactors' } }),
  },
  happenedOn: (answers) => answers.authorisedOn,
  offers: (history, today) => ({
    authorisedOn: { value: today },
    assessment: offerLink(statementsOf('childAndFamilyAssessment', history).at(-1)),
  }),
  timescales: assessmentLimits,
  among: (history) => statementsOf('childAndFamilyAssessment', history),
  may: { record: ['teamManager'], read: practitionersAndLeads },
  summary: ({ factors }) =>
    `Assessment authorised${factors === undefined ? '' : `, ${factors.length} ${factors.length === 1 ? 'factor' : 'factors'} identified`}`,
  decide: (history, { authorisedOn }, today) => {
    const day = { field: 'authorisedOn', what: 'The date the assessment was authorised', on: authorisedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'childAndFamilyAssessment', 'the first assessment started')];
  },
  dependsOn: ['childAndFamilyAssessment'],
  carriedBy: { cin: 'Assessments' },
  examples: { 'with two factors': { authorisedOn: literal('2026-04-20'), factors: ['3B', '4B'] } },
});
