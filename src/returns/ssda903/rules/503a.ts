import { since } from '../../rule/years.ts';
import { firstDiffersIn } from '../last-year.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '503A',
  message: 'The reason for new episode in the first episode does not match open episode at end of last year.',
  years: since('2022-23'),
  needs: ['Episodes_last'],
  fields: { Episodes: ['RNE'] },
  wrong: firstDiffersIn('RNE'),
  passes: [{ Episodes: [{ DECOM: '2022-01-01', RNE: 'S' }], Episodes_last: [{ DECOM: '2022-01-01', RNE: 'S' }] }],
  fails: [{ Episodes: [{ DECOM: '2022-01-01', RNE: 'P' }], Episodes_last: [{ DECOM: '2022-01-01', RNE: 'S' }] }],
});
