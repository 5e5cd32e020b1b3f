import { since } from '../../rule/years.ts';
import { firstDiffersIn } from '../last-year.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '453',
  message:
    'Contradiction between placement distance in the last episode of the previous year and in the first episode of the current year.',
  years: since('2022-23'),
  needs: ['Episodes_last', 'postcodes'],
  fields: { Episodes: ['PL_DISTANCE'] },
  wrong: firstDiffersIn('PL_DISTANCE'),
  passes: [{ Episodes: [{ DECOM: '2022-01-01', PL_DISTANCE: '4.5' }], Episodes_last: [{ DECOM: '2022-01-01', PL_DISTANCE: '4.5' }] }],
  fails: [{ Episodes: [{ DECOM: '2022-01-01', PL_DISTANCE: '4.5' }], Episodes_last: [{ DECOM: '2022-01-01', PL_DISTANCE: '45' }] }],
});
