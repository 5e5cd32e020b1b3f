import { isBlank } from '../../rule/compare.ts';
import { since, between } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

const asked = {
  code: '174',
  fields: { Header: ['SEX', 'MC_DOB'] },
} as const;

export default [
  rule({
    ...asked,
    message: "Mother's child date of birth is recorded but gender shows that the child is a male.",
    years: between('2022-23', '2023-24'),
    wrong: ({ Header }) => Header.filter((header) => header.SEX === '1' && !isBlank(header, 'MC_DOB')),
    passes: [{ Header: [{ SEX: '2', MC_DOB: '2021-01-01' }, { SEX: '1' }] }],
    fails: [{ Header: [{ SEX: '1', MC_DOB: '2021-01-01' }] }],
  }),
  rule({
    ...asked,
    message: "Mother's child date of birth is recorded but sex shows that the child is a male.",
    years: since('2024-25'),
    wrong: ({ Header }) => Header.filter((header) => header.SEX === 'M' && !isBlank(header, 'MC_DOB')),
    passes: [{ Header: [{ SEX: 'F', MC_DOB: '2021-01-01' }, { SEX: 'M' }] }],
    fails: [{ Header: [{ SEX: 'M', MC_DOB: '2021-01-01' }] }],
  }),
];
