import { isMissing, oneOf } from '../../rule/compare.ts';
import { since, between } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { rule, type ReturnChild } from '../looked-after-return.ts';

/** Of girls looked after other than for short breaks; a status in small letters is a short break as well. */
const lackingFor =
  (female: string) =>
  ({ Header, Episodes }: ReturnChild) =>
    Episodes.some(({ LS }) => !oneOf(LS?.toUpperCase(), codes.shortBreaks))
      ? Header.filter(({ SEX, MOTHER }) => SEX === female && isMissing(MOTHER))
      : [];

const asked = {
  code: '393',
  message: 'Child is looked after but mother field is not completed.',
  needs: ['Episodes'],
  fields: { Header: ['MOTHER'] },
} as const;

export default [
  rule({
    ...asked,
    years: between('2022-23', '2023-24'),
    wrong: lackingFor('2'),
    passes: [
      { Header: [{ SEX: '2', MOTHER: '0' }, { SEX: '1' }], Episodes: [{ LS: 'C2' }] },
      { Header: [{ SEX: '2' }], Episodes: [{ LS: 'V3' }] },
    ],
    fails: [{ Header: [{ SEX: '2' }], Episodes: [{ LS: 'V3' }, { LS: 'C2' }] }],
  }),
  rule({
    ...asked,
    years: since('2024-25'),
    wrong: lackingFor('F'),
    passes: [
      { Header: [{ SEX: 'F', MOTHER: '0' }, { SEX: 'M' }], Episodes: [{ LS: 'C2' }] },
      { Header: [{ SEX: 'F' }], Episodes: [{ LS: 'V3' }] },
    ],
    fails: [{ Header: [{ SEX: 'F' }], Episodes: [{ LS: 'V3' }, { LS: 'C2' }] }],
  }),
];
