import { isBlank, isMissing } from '../../rule/compare.ts';
import { between, since } from '../../rule/years.ts';
import { rule, type ReturnChild } from '../looked-after-return.ts';

const saidAlthoughNoMother =
  (female: string) =>
  ({ Header }: ReturnChild) =>
    Header.filter((header) => header.SEX === female && (isMissing(header.MOTHER) || header.MOTHER === '0') && !isBlank(header, 'MC_DOB'));

const asked = {
  code: '612',
  message: 'Date of birth field has been completed but mother field indicates child is not a mother.',
  fields: { Header: ['SEX', 'MOTHER', 'MC_DOB'] },
} as const;

export default [
  rule({
    ...asked,
    years: between('2022-23', '2023-24'),
    wrong: saidAlthoughNoMother('2'),
    passes: [
      {
        Header: [
          { SEX: '2', MOTHER: '1', MC_DOB: '2022-06-01' },
          { SEX: '2', MOTHER: '0' },
        ],
      },
    ],
    fails: [{ Header: [{ SEX: '2', MOTHER: '0', MC_DOB: '2022-06-01' }] }],
  }),
  rule({
    ...asked,
    years: since('2024-25'),
    wrong: saidAlthoughNoMother('F'),
    passes: [
      {
        Header: [
          { SEX: 'F', MOTHER: '1', MC_DOB: '2022-06-01' },
          { SEX: 'F', MOTHER: '0' },
        ],
      },
    ],
    fails: [{ Header: [{ SEX: 'F', MOTHER: '0', MC_DOB: '2022-06-01' }] }],
  }),
];
