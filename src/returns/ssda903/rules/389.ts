import { since } from '../../rule/years.ts';
import { isUnder } from '../ages.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '389',
  message: 'Reason episode ceased is that child transferred to care of adult social care services, but child is aged under 16.',
  years: since('2022-23'),
  needs: ['Header'],
  fields: { Episodes: ['REC'] },
  wrong: ({ Episodes, Header }) =>
    Episodes.filter((episode) => episode.REC === 'E7' && Header.some(({ DOB }) => isUnder(DOB, 16, episode.DEC))),
  passes: [
    { Header: [{ DOB: '2006-06-01' }], Episodes: [{ REC: 'E7', DEC: '2022-06-01' }, { REC: 'X1', DEC: '2022-05-31' }, { REC: 'E7' }] },
  ],
  fails: [{ Header: [{ DOB: '2006-06-01' }], Episodes: [{ REC: 'E7', DEC: '2022-05-31' }] }],
});
