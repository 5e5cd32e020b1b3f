import { isMissing, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '169',
  message: 'Local Authority (LA) of placement is not valid or is missing. Please check a valid postcode has been entered.',
  years: since('2022-23'),
  needs: ['postcodes'],
  fields: { Episodes: ['PL_LA'] },
  wrong: ({ Episodes }) => Episodes.filter(({ LS, PL_LA }) => isMissing(PL_LA) && !oneOf(LS, codes.shortBreaks)),
  passes: [{ Episodes: [{ LS: 'C2', PL_LA: 'E10000021' }, { LS: 'V3' }] }],
  fails: [{ Episodes: [{ LS: 'C2' }], metadata: { postcodes: true } }],
});
