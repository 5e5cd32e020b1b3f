import { since } from '../../rule/years.ts';
import { firstDiffersIn } from '../last-year.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '503B',
  message: 'The legal status in the first episode does not match open episode at end of last year.',
  years: since('2022-23'),
  needs: ['Episodes_last'],
  fields: { Episodes: ['LS'] },
  wrong: firstDiffersIn('LS'),
  passes: [{ Episodes: [{ DECOM: '2022-01-01', LS: 'C2' }], Episodes_last: [{ DECOM: '2022-01-01', LS: 'C2' }] }],
  fails: [{ Episodes: [{ DECOM: '2022-01-01', LS: 'C1' }], Episodes_last: [{ DECOM: '2022-01-01', LS: 'C2' }] }],
});
