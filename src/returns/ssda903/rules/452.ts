import { since } from '../../rule/years.ts';
import { firstDiffersIn } from '../last-year.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '452',
  message:
    'Contradiction between local authority of placement code in the last episode of the previous year and in the first episode of the current year.',
  years: since('2022-23'),
  needs: ['Episodes_last', 'postcodes'],
  fields: { Episodes: ['PL_LA'] },
  wrong: firstDiffersIn('PL_LA'),
  passes: [{ Episodes: [{ DECOM: '2022-01-01', PL_LA: 'WAL' }], Episodes_last: [{ DECOM: '2022-01-01', PL_LA: 'WAL' }] }],
  fails: [{ Episodes: [{ DECOM: '2022-01-01', PL_LA: 'WAL' }], Episodes_last: [{ DECOM: '2022-01-01', PL_LA: 'SCO' }] }],
});
