import { grouped } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { isOpenEnquiry, moreThanOne } from '../conditions.ts';

/**
 * Within one CINdetails group, there must be only one Section47 group that has no DateOfInitialCPC (N00110) recorded and of which the
 * ICPCnotRequired (N00111) flag is not true.
 */
export default rule({
  code: '8839',
  message: 'Within one CINDetails group there are 2 or more open S47 Assessments',
  level: 'error',
  years: since('2022-23'),
  fields: { Section47: ['DateOfInitialCPC'] },
  wrong: ({ Section47 }) => grouped(Section47.filter(isOpenEnquiry), ({ CINdetailsID }) => CINdetailsID ?? '').flatMap(moreThanOne),
  passes: [
    {
      Section47: [
        { CINdetailsID: '1', ICPCnotRequired: 'false' },
        { CINdetailsID: '1', ICPCnotRequired: 'true' },
        { CINdetailsID: '1', DateOfInitialCPC: '2022-05-26' },
        { CINdetailsID: '2' },
      ],
    },
  ],
  fails: [{ Section47: [{}, {}] }, { Section47: [{ CINdetailsID: '1', ICPCnotRequired: 'false' }, { CINdetailsID: '1' }] }],
});
