import { since } from '../../rule/years.ts';
import { firstDiffersIn } from '../last-year.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '502',
  message:
    "Last year's record ended with an open episode. The date on which that episode started does not match the start date of the first episode on this year’s record.",
  years: since('2022-23'),
  needs: ['Episodes_last'],
  fields: { Episodes: ['DECOM'] },
  wrong: firstDiffersIn('DECOM'),
  passes: [
    { Episodes: [{ DECOM: '2022-01-01' }], Episodes_last: [{ DECOM: '2022-01-01' }] },
    { Episodes: [{ DECOM: '2022-05-01' }], Episodes_last: [{ DECOM: '2022-01-01', DEC: '2022-02-01' }] },
    { Episodes: [{ DECOM: '2022-05-01' }], Episodes_last: [{ DECOM: '2022-01-01' }, { DECOM: '2022-01-05', DEC: '2022-02-01' }] },
  ],
  fails: [
    { Episodes: [{ DECOM: '2022-05-01' }], Episodes_last: [{ DECOM: '2022-01-01' }] },
    { Episodes: [{ DECOM: '2022-05-01' }], Episodes_last: [{ DECOM: '2022-01-05' }, { DECOM: '2022-01-05', DEC: '2022-01-05' }] },
  ],
});
