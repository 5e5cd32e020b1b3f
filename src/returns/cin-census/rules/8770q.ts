import { addMonths, date, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { remembered } from '../../../kernel/calendar/remembered.ts';
import { before, isGiven, onOrBefore, oneOf } from '../../rule/compare.ts';
import { between, since } from '../../rule/years.ts';
import { isFalse, rule, type CensusChild } from '../census.ts';

/**
 * If ReferralNFA (N00112) is 0 or false and the child is old enough, UPN (N00001) or a valid UPNunknown (N00135) should be present. UN1,
 * "not of school age", is no valid reason for such a child, in either version: the examples show it.
 */
const lacksUpn = ({ ChildIdentifiers, CINdetails }: CensusChild, isOldEnough: (born: LocalDate | undefined) => boolean) => {
  if (!CINdetails.some(({ ReferralNFA }) => isFalse(ReferralNFA))) return [];
  return ChildIdentifiers.filter(({ PersonBirthDate, UPN, UPNunknown }) => {
    const hasReason = oneOf(UPNunknown?.toUpperCase(), ['UN2', 'UN3', 'UN4', 'UN5', 'UN6', 'UN7']);
    return isOldEnough(PersonBirthDate) && !isGiven(UPN) && !hasReason;
  });
};

/** PersonBirthDate (N00066) is earlier than ReferenceDate (N00603) minus 6 years. */
const sixYearsBefore = remembered((referenceDate: LocalDate) => addMonths(referenceDate, -6 * 12));

/** Of school age: five years old on the 31 August before the ReferenceDate of 31 March, so that school began in that September. */
const lastBirthDateOfSchoolAge = remembered((referenceDate: LocalDate) => date(`${Number(referenceDate.slice(0, 4)) - 6}-08-31`));

const asked = { code: '8770Q', level: 'query', fields: { ChildIdentifiers: ['UPN', 'UPNunknown'] } } as const;

export default [
  rule({
    ...asked,
    message:
      'Please check and either amend data or provide a reason: UPN or reason UPN missing expected for a child who is more than 5 years old',
    years: between('2022-23', '2023-24'),
    wrong: (child, { referenceDate }) => lacksUpn(child, (born) => before(born, sixYearsBefore(referenceDate))),
    passes: [
      { ChildIdentifiers: [{ PersonBirthDate: '2017-03-31' }], CINdetails: [{ ReferralNFA: 'false' }] },
      { ChildIdentifiers: [{ PersonBirthDate: '2010-05-26', UPNunknown: 'UN2' }], CINdetails: [{ ReferralNFA: 'false' }] },
      { ChildIdentifiers: [{ PersonBirthDate: '2010-05-26' }], CINdetails: [{ ReferralNFA: 'true' }] },
    ],
    fails: [{ ChildIdentifiers: [{ PersonBirthDate: '2017-03-30' }], CINdetails: [{ ReferralNFA: 'true' }, { ReferralNFA: '0' }] }],
  }),
  rule({
    ...asked,
    message:
      'Please check and either amend data or provide a reason: UPN is missing or reason UPN is missing or is UN1 for a child who is of school age.',
    years: since('2024-25'),
    wrong: (child, { referenceDate }) => lacksUpn(child, (born) => onOrBefore(born, lastBirthDateOfSchoolAge(referenceDate))),
    passes: [
      { ChildIdentifiers: [{ PersonBirthDate: '2019-09-01' }], CINdetails: [{ ReferralNFA: 'false' }] },
      { ChildIdentifiers: [{ PersonBirthDate: '2010-05-26', UPN: 'X330123456789' }], CINdetails: [{ ReferralNFA: 'false' }] },
    ],
    fails: [{ ChildIdentifiers: [{ PersonBirthDate: '2019-08-31', UPNunknown: 'UN1' }], CINdetails: [{ ReferralNFA: 'false' }] }],
  }),
];
