import { since } from '../../rule/years.ts';
import { firstDiffersIn } from '../last-year.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '503H',
  message: 'The placement LA in first episode does not match open episode at end of last year.',
  years: since('2022-23'),
  needs: ['Episodes_last', 'postcodes'],
  fields: { Episodes: ['PL_LA'] },
  wrong: firstDiffersIn('PL_LA'),
  passes: [{ Episodes: [{ DECOM: '2022-01-01', PL_LA: 'WAL' }], Episodes_last: [{ DECOM: '2022-01-01', PL_LA: 'WAL' }] }],
  fails: [{ Episodes: [{ DECOM: '2022-01-01', PL_LA: 'WAL' }], Episodes_last: [{ DECOM: '2022-01-01' }] }],
});
