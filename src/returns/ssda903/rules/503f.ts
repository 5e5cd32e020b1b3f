import { since } from '../../rule/years.ts';
import { firstDiffersIn } from '../last-year.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '503F',
  message: 'The Ofsted URN in the  first episode does not match open episode at end of last year.',
  years: since('2022-23'),
  needs: ['Episodes_last'],
  fields: { Episodes: ['URN'] },
  wrong: firstDiffersIn('URN'),
  passes: [{ Episodes: [{ DECOM: '2022-01-01', URN: 'SC1' }], Episodes_last: [{ DECOM: '2022-01-01', URN: 'SC1' }] }],
  fails: [{ Episodes: [{ DECOM: '2022-01-01', URN: 'SC2' }], Episodes_last: [{ DECOM: '2022-01-01', URN: 'SC1' }] }],
});
