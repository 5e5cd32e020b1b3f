import { isMissing } from '../../rule/compare.ts';
import { between, since } from '../../rule/years.ts';
import { rule, type CensusChild } from '../census.ts';

/**
 * The sum of the child records where the sex (N00065) is zero or missing and the ExpectedPersonBirthDate (N00098) is missing, divided by
 * the total number of child records, should be less than or equal to 0.02. GenderCurrent until 2023-24, Sex from 2024-25 on.
 */
const countsBy =
  (field: 'GenderCurrent' | 'Sex') =>
  ({ ChildIdentifiers }: CensusChild): readonly string[] =>
    ChildIdentifiers.flatMap((child) => {
      const isNotSaid = isMissing(child[field]) || child[field] === '0';
      return isNotSaid && isMissing(child.ExpectedPersonBirthDate) ? ['children', 'without'] : ['children'];
    });

const asked = {
  code: '2886Q',
  level: 'query',
  fields: {},
  wrongInAll: ({ of }: { readonly of: (name: string) => number }): boolean => of('without') > 0.02 * of('children'),
} as const;

export default [
  rule({
    ...asked,
    message:
      'Please check and either amend or provide a reason: Percentage of children with no gender recorded is more than 2% (excluding unborns)',
    years: between('2022-23', '2023-24'),
    counts: countsBy('GenderCurrent'),
    passes: [{ ChildIdentifiers: [{ GenderCurrent: '1' }, { ExpectedPersonBirthDate: '2023-05-26' }] }],
    fails: [{ ChildIdentifiers: [{ GenderCurrent: '1' }, { GenderCurrent: '0' }] }],
  }),
  rule({
    ...asked,
    message:
      'Please check and either amend or provide a reason: Percentage of children with no sex recorded is more than 2% (excluding unborns)',
    years: since('2024-25'),
    counts: countsBy('Sex'),
    passes: [{ ChildIdentifiers: [{ Sex: 'F' }, { ExpectedPersonBirthDate: '2025-05-26' }] }],
    fails: [{ ChildIdentifiers: [{ Sex: 'F' }, {}] }],
  }),
];
