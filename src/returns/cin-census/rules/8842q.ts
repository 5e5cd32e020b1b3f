import { isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** Where a Reviews group is present, a valid CPPreviewDate (N00116) should be present within the group. */
export default rule({
  code: '8842Q',
  message: 'Please check and either amend or provide a reason: Review Record has a missing date',
  level: 'query',
  years: since('2022-23'),
  fields: { Reviews: ['CPPreviewDate'] },
  wrong: ({ Reviews }) => Reviews.filter(({ CPPreviewDate }) => isMissing(CPPreviewDate)),
  passes: [{ Reviews: [{ CPPreviewDate: '2022-05-26' }] }],
  fails: [{ Reviews: [{ CPPID: '1' }] }, { Reviews: [{ CPPreviewDate: 'May 2022' }] }],
});
