import { since } from '../../rule/years.ts';
import { firstDiffersIn } from '../last-year.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '503C',
  message: 'The category of need in the first episode does not match open episode at end of last year.',
  years: since('2022-23'),
  needs: ['Episodes_last'],
  fields: { Episodes: ['CIN'] },
  wrong: firstDiffersIn('CIN'),
  passes: [{ Episodes: [{ DECOM: '2022-01-01', CIN: 'N1' }], Episodes_last: [{ DECOM: '2022-01-01', CIN: 'N1' }] }],
  fails: [{ Episodes: [{ DECOM: '2022-01-01', CIN: 'N2' }], Episodes_last: [{ DECOM: '2022-01-01', CIN: 'N1' }] }],
});
