import { isGiven, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { codes } from '../codes.ts';

/** If present, PrimaryNeedCode (N00101) must be a valid primary need code. */
export default rule({
  code: '8650',
  message: 'Primary Need Code invalid (see Primary Need table in CIN census code set)',
  level: 'error',
  years: since('2022-23'),
  fields: { CINdetails: ['PrimaryNeedCode'] },
  wrong: ({ CINdetails }) =>
    CINdetails.filter(({ PrimaryNeedCode }) => isGiven(PrimaryNeedCode) && !oneOf(PrimaryNeedCode, codes.primaryNeeds)),
  passes: [{ CINdetails: [{ PrimaryNeedCode: 'N0' }, {}] }],
  fails: [{ CINdetails: [{ PrimaryNeedCode: 'N10' }] }],
});
