import { isGiven, isMissing } from '../../rule/compare.ts';
import { between, since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/**
 * If ExpectedPersonBirthDate (N00098) is present and PersonBirthDate (N00066) is blank, GenderCurrent (N00065) must be 0; from 2024-25 on,
 * Sex (N00783) must be U.
 */
export default [
  rule({
    code: '8750',
    message: 'Gender must equal 0 for an unborn child',
    level: 'error',
    years: between('2022-23', '2023-24'),
    fields: { ChildIdentifiers: ['GenderCurrent', 'PersonBirthDate', 'ExpectedPersonBirthDate'] },
    wrong: ({ ChildIdentifiers }) =>
      ChildIdentifiers.filter(
        (child) => isGiven(child.ExpectedPersonBirthDate) && isMissing(child.PersonBirthDate) && child.GenderCurrent !== '0',
      ),
    passes: [
      {
        ChildIdentifiers: [
          { ExpectedPersonBirthDate: '2025-05-26', GenderCurrent: '0' },
          { PersonBirthDate: '2022-05-26', GenderCurrent: '2' },
        ],
      },
    ],
    fails: [
      { ChildIdentifiers: [{ ExpectedPersonBirthDate: '2025-05-26', GenderCurrent: '2' }] },
      { ChildIdentifiers: [{ ExpectedPersonBirthDate: '2025-05-26' }] },
    ],
  }),
  rule({
    code: '8750',
    message: 'Sex must equal U for an unborn child',
    level: 'error',
    years: since('2024-25'),
    fields: { ChildIdentifiers: ['Sex', 'PersonBirthDate', 'ExpectedPersonBirthDate'] },
    wrong: ({ ChildIdentifiers }) =>
      ChildIdentifiers.filter((child) => isGiven(child.ExpectedPersonBirthDate) && isMissing(child.PersonBirthDate) && child.Sex !== 'U'),
    passes: [
      {
        ChildIdentifiers: [
          { ExpectedPersonBirthDate: '2025-05-26', Sex: 'U' },
          { PersonBirthDate: '2022-05-26', Sex: 'F' },
        ],
      },
    ],
    fails: [
      { ChildIdentifiers: [{ ExpectedPersonBirthDate: '2025-05-26', Sex: 'F' }] },
      { ChildIdentifiers: [{ ExpectedPersonBirthDate: '2025-05-26' }] },
    ],
  }),
];
