import { since } from '../../rule/years.ts';
import { firstDiffersIn } from '../last-year.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '503E',
  message: 'The placement provider in the first episode does not match open episode at end of last year.',
  years: since('2022-23'),
  needs: ['Episodes_last'],
  fields: { Episodes: ['PLACE_PROVIDER'] },
  wrong: firstDiffersIn('PLACE_PROVIDER'),
  passes: [{ Episodes: [{ DECOM: '2022-01-01', PLACE_PROVIDER: 'PR1' }], Episodes_last: [{ DECOM: '2022-01-01', PLACE_PROVIDER: 'PR1' }] }],
  fails: [{ Episodes: [{ DECOM: '2022-01-01', PLACE_PROVIDER: 'PR2' }], Episodes_last: [{ DECOM: '2022-01-01', PLACE_PROVIDER: 'PR1' }] }],
});
