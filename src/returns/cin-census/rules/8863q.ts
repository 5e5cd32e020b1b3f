import { grouped } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { at, rule } from '../census.ts';
import { startedDuringAnother } from '../periods.ts';

/**
 * Within one CINdetails group, each AssessmentActualStartDate (N00159) must not fall on or between the AssessmentActualStartDate and
 * AssessmentAuthorisationDate (N00160) of any other Assessments group; or, where that is missing, the AssessmentActualStartDate and the
 * ReferenceDate (N00603).
 */
export default rule({
  code: '8863Q',
  message: 'An Assessment is shown as starting when there is another Assessment ongoing.',
  level: 'query',
  years: since('2022-23'),
  fields: { Assessments: ['AssessmentActualStartDate', 'AssessmentAuthorisationDate'] },
  wrong: ({ Assessments }, { referenceDate }) =>
    grouped(Assessments, ({ CINdetailsID }) => CINdetailsID ?? '')
      .flatMap((group) =>
        startedDuringAnother(group, ({ AssessmentActualStartDate, AssessmentAuthorisationDate }) => ({
          from: AssessmentActualStartDate,
          to: AssessmentAuthorisationDate ?? referenceDate,
        })),
      )
      .map(([assessment, other]) => [
        at(assessment, 'AssessmentActualStartDate'),
        at(other, 'AssessmentActualStartDate', 'AssessmentAuthorisationDate'),
      ]),
  passes: [
    {
      Assessments: [
        { CINdetailsID: '1', AssessmentActualStartDate: '2022-05-26', AssessmentAuthorisationDate: '2022-06-26' },
        { CINdetailsID: '1', AssessmentActualStartDate: '2022-06-27' },
        { CINdetailsID: '2', AssessmentActualStartDate: '2022-06-26' },
      ],
    },
  ],
  fails: [
    {
      Assessments: [
        { CINdetailsID: '1', AssessmentActualStartDate: '2022-05-26', AssessmentAuthorisationDate: '2022-06-26' },
        { CINdetailsID: '1', AssessmentActualStartDate: '2022-06-26' },
      ],
    },
  ],
});
