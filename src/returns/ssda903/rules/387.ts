import { oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isUnder } from '../ages.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '387',
  message: 'Reason episode ceased is child moved into independent living arrangement, but the child is aged under 14.',
  years: since('2022-23'),
  needs: ['Header'],
  fields: { Episodes: ['REC'] },
  wrong: ({ Episodes, Header }) =>
    Episodes.filter((episode) => oneOf(episode.REC, ['E5', 'E6']) && Header.some(({ DOB }) => isUnder(DOB, 14, episode.DEC))),
  passes: [
    { Header: [{ DOB: '2008-06-01' }], Episodes: [{ REC: 'E5', DEC: '2022-06-01' }, { REC: 'X1', DEC: '2022-05-31' }, { REC: 'E5' }] },
  ],
  fails: [{ Header: [{ DOB: '2008-06-01' }], Episodes: [{ REC: 'E5', DEC: '2022-05-31' }] }],
});
