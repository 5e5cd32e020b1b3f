import { everyPair } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isUnder } from '../ages.ts';
import { rule } from '../looked-after-return.ts';

/** E17: aged 18 or over and stayed with the carers. */
export default rule({
  code: '460',
  message: 'Reason episode ceased is that child stayed with current carers at age 18 (or above), but child is aged under 18.',
  years: since('2022-23'),
  needs: ['Header'],
  fields: { Episodes: ['DEC', 'REC'] },
  wrong: ({ Episodes, Header }) =>
    everyPair(Episodes, Header)
      .filter(([{ REC, DEC }, { DOB }]) => REC === 'E17' && isUnder(DOB, 18, DEC))
      .map(([episode]) => episode),
  passes: [{ Header: [{ DOB: '2004-06-01' }], Episodes: [{ DEC: '2022-06-01', REC: 'E17' }] }],
  fails: [{ Header: [{ DOB: '2004-06-02' }], Episodes: [{ DEC: '2022-06-01', REC: 'E17' }] }],
});
