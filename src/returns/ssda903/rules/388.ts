import { sameDay, isGiven, inOrder } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { rule } from '../looked-after-return.ts';

/** Nor does the recorded example allow another reason where an episode does begin on the day on which this one ended. */
export default rule({
  code: '388',
  message: 'Reason episode ceased is coded new episode begins, but there is no continuation episode.',
  years: since('2022-23'),
  fields: { Episodes: ['REC'] },
  wrong: ({ Episodes }) =>
    inOrder(Episodes, 'DECOM').filter((episode, place, all) => {
      const isFollowed = sameDay(episode.DEC, all[place + 1]?.DECOM);
      return isGiven(episode.REC) && (episode.REC === codes.anotherFollows) !== isFollowed;
    }),
  passes: [
    {
      Episodes: [
        { DECOM: '2022-05-01', DEC: '2022-06-01', REC: 'X1' },
        { DECOM: '2022-06-01', DEC: '2022-07-01', REC: 'E5' },
      ],
    },
  ],
  fails: [
    { Episodes: [{ DECOM: '2022-05-01', DEC: '2022-06-01', REC: 'X1' }, { DECOM: '2022-06-02' }] },
    { Episodes: [{ DECOM: '2022-05-01', DEC: '2022-06-01', REC: 'E5' }, { DECOM: '2022-06-01' }] },
    { Episodes: [{ DECOM: '2022-05-01', DEC: '2022-06-01', REC: 'X1' }] },
  ],
});
