import { isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isShortBreak } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '169',
  message: 'Local Authority (LA) of placement is not valid or is missing. Please check a valid postcode has been entered.',
  years: since('2022-23'),
  needs: ['postcodes'],
  fields: { Episodes: ['PL_LA'] },
  wrong: ({ Episodes }) => Episodes.filter((episode) => isMissing(episode.PL_LA) && !isShortBreak(episode)),
  passes: [{ Episodes: [{ LS: 'C2', PL_LA: 'E10000021' }, { LS: 'V3' }] }],
  fails: [{ Episodes: [{ LS: 'C2' }], metadata: { postcodes: true } }],
});
