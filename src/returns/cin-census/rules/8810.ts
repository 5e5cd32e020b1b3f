import { isGiven, isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** If ReasonForClosure (N00103) is present, CINclosureDate (N00102) must also be present. */
export default rule({
  code: '8810',
  message: 'A CIN case cannot have a Reason for Closure without a CIN Closure Date',
  level: 'error',
  years: since('2022-23'),
  fields: { CINdetails: ['ReasonForClosure', 'CINclosureDate'] },
  wrong: ({ CINdetails }) => CINdetails.filter((details) => isGiven(details.ReasonForClosure) && isMissing(details.CINclosureDate)),
  passes: [{ CINdetails: [{ CINclosureDate: '2022-05-26', ReasonForClosure: 'RC1' }, {}] }],
  fails: [{ CINdetails: [{ ReasonForClosure: 'RC1' }] }],
});
