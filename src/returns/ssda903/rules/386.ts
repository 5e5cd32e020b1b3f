import { since } from '../../rule/years.ts';
import { isAged } from '../ages.ts';
import { isAdoption } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '386',
  message: 'Reason episode ceased is adopted but child has reached age 18.',
  years: since('2022-23'),
  needs: ['Header'],
  fields: { Episodes: ['REC'] },
  wrong: ({ Episodes, Header }) =>
    Episodes.filter((episode) => isAdoption(episode) && Header.some(({ DOB }) => isAged(DOB, 18, episode.DEC))),
  passes: [
    { Header: [{ DOB: '2004-06-01' }], Episodes: [{ REC: 'E12', DEC: '2022-05-31' }, { REC: 'X1', DEC: '2022-06-01' }, { REC: 'E12' }] },
  ],
  fails: [{ Header: [{ DOB: '2004-06-01' }], Episodes: [{ REC: 'E12', DEC: '2022-06-01' }] }],
});
