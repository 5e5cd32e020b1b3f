import { everyPair, isGiven, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isFalse, rule } from '../census.ts';
import { codes } from '../codes.ts';

/**
 * If PersonBirthDate (N00066) is present and at least one ReferralNFA (N00112) is false or 0, one or more instances of Disability (N00099)
 * must be present, and all instances must be valid code values.
 */
export default rule({
  code: '8540',
  message: 'Child’s disability is missing or invalid (see Disability table)',
  level: 'error',
  years: since('2022-23'),
  fields: { ChildIdentifiers: ['PersonBirthDate'], CINdetails: ['ReferralNFA'], Disabilities: ['Disability'] },
  wrong: ({ ChildIdentifiers, CINdetails, Disabilities }) => {
    const invalid = Disabilities.filter(({ Disability }) => !oneOf(Disability, codes.disabilities));
    if (Disabilities.length > 0 && invalid.length === 0) return [];
    return everyPair(ChildIdentifiers, CINdetails)
      .filter(([child, details]) => isGiven(child.PersonBirthDate) && isFalse(details.ReferralNFA))
      .map(([child, details]) => [child, details, ...invalid]);
  },
  passes: [
    {
      ChildIdentifiers: [{ PersonBirthDate: '2015-05-26' }],
      CINdetails: [{ ReferralNFA: 'false' }],
      Disabilities: [{ Disability: 'NONE' }],
    },
    { ChildIdentifiers: [{ PersonBirthDate: '2015-05-26' }], CINdetails: [{ ReferralNFA: 'true' }] },
  ],
  fails: [
    { ChildIdentifiers: [{ PersonBirthDate: '2015-05-26' }], CINdetails: [{ ReferralNFA: 'true' }, { ReferralNFA: 'false' }] },
    {
      ChildIdentifiers: [{ PersonBirthDate: '2015-05-26' }],
      CINdetails: [{ ReferralNFA: '0' }],
      Disabilities: [{ Disability: 'MOB' }, { Disability: 'XX' }],
    },
  ],
});
