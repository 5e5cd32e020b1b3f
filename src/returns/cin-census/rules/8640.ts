import { isGiven, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { codes } from '../codes.ts';

/** If present, ReasonForClosure (N00103) must be a valid code. */
export default rule({
  code: '8640',
  message: 'CIN Reason for closure code invalid (see Reason for Closure table in CIN Census code set)',
  level: 'error',
  years: since('2022-23'),
  fields: { CINdetails: ['ReasonForClosure'] },
  wrong: ({ CINdetails }) =>
    CINdetails.filter(({ ReasonForClosure }) => isGiven(ReasonForClosure) && !oneOf(ReasonForClosure, codes.reasonsForClosure)),
  passes: [{ CINdetails: [{ ReasonForClosure: 'RC1' }, {}] }],
  fails: [{ CINdetails: [{ ReasonForClosure: 'RC0' }] }],
});
