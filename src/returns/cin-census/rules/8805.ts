import { isGiven, isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** If CINclosureDate (N00102) is present, ReasonForClosure (N00103) must also be present. */
export default rule({
  code: '8805',
  message: 'A CIN case cannot have a CIN closure date without a Reason for Closure',
  level: 'error',
  years: since('2022-23'),
  fields: { CINdetails: ['CINclosureDate', 'ReasonForClosure'] },
  wrong: ({ CINdetails }) => CINdetails.filter((details) => isGiven(details.CINclosureDate) && isMissing(details.ReasonForClosure)),
  passes: [{ CINdetails: [{ CINclosureDate: '2022-05-26', ReasonForClosure: 'RC1' }, {}] }],
  fails: [{ CINdetails: [{ CINclosureDate: '2022-05-26' }] }],
});
