import { between, since } from '../../rule/years.ts';
import { firstDiffersIn, openAtEndOfLastYear } from '../last-year.ts';
import { rule, type ReturnChild } from '../looked-after-return.ts';

/** The child's first episode of this year is the one that was open at the end of the last: its placement is then of the same type. */
const differsFromLastYear = (isNewName: (last: string | undefined, now: string | undefined) => boolean) => (child: ReturnChild) => {
  const last = openAtEndOfLastYear(child)?.PLACE;
  return firstDiffersIn('PLACE')(child).filter(({ PLACE }) => !isNewName(last, PLACE));
};

const asked = {
  code: '503D',
  message: 'The placement type in the first episode does not match open episode at end of last year',
  needs: ['Episodes_last'],
  fields: { Episodes: ['PLACE'] },
  passes: [{ Episodes: [{ DECOM: '2022-01-01', PLACE: 'U1' }], Episodes_last: [{ DECOM: '2022-01-01', PLACE: 'U1' }] }],
  fails: [{ Episodes: [{ DECOM: '2022-01-01', PLACE: 'U1' }], Episodes_last: [{ DECOM: '2022-01-01', PLACE: 'K2' }] }],
} as const;

export default [
  rule({ ...asked, years: between('2022-23', '2023-24'), wrong: differsFromLastYear(() => false) }),
  // H5 became K3 in this year.
  rule({ ...asked, years: between('2024-25', '2024-25'), wrong: differsFromLastYear((last, now) => last === 'H5' && now === 'K3') }),
  // Z1 was divided in 2025-26, among others into Z13 and Z14.
  rule({
    ...asked,
    years: since('2025-26'),
    wrong: differsFromLastYear((last, now) => last === 'Z1' && now !== undefined && /^Z1\d$/.test(now)),
  }),
];
