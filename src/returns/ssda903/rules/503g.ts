import { since } from '../../rule/years.ts';
import { firstDiffersIn } from '../last-year.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '503G',
  message: 'The distance in first episode does not match open episode at end of last year.',
  years: since('2022-23'),
  needs: ['Episodes_last', 'postcodes'],
  fields: { Episodes: ['PL_DISTANCE'] },
  wrong: firstDiffersIn('PL_DISTANCE'),
  passes: [{ Episodes: [{ DECOM: '2022-01-01', PL_DISTANCE: '4.5' }], Episodes_last: [{ DECOM: '2022-01-01', PL_DISTANCE: '4.5' }] }],
  fails: [{ Episodes: [{ DECOM: '2022-01-01', PL_DISTANCE: '4.5' }], Episodes_last: [{ DECOM: '2022-01-01' }] }],
});
