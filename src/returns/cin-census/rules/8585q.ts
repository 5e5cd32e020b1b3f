import { everyPair, isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** If ReasonForClosure (N00103) is RC2 (died), a valid PersonDeathDate (N00108) must be present. */
export default rule({
  code: '8585Q',
  message:
    'Please check and either amend or provide a reason: CIN episode shows Died as the Closure Reason, however child has no recorded Date of Death',
  level: 'query',
  years: since('2022-23'),
  fields: { CINdetails: ['ReasonForClosure'], ChildIdentifiers: ['PersonDeathDate'] },
  wrong: ({ CINdetails, ChildIdentifiers }) =>
    everyPair(CINdetails, ChildIdentifiers).filter(
      ([details, child]) => details.ReasonForClosure === 'RC2' && isMissing(child.PersonDeathDate),
    ),
  passes: [{ CINdetails: [{ ReasonForClosure: 'RC2' }], ChildIdentifiers: [{ PersonDeathDate: '2022-05-26' }] }],
  fails: [{ CINdetails: [{ ReasonForClosure: 'RC2' }], ChildIdentifiers: [{}] }],
});
