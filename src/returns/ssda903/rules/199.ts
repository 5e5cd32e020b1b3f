import { after, isBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isAdoption } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

/** Another episode begins after one that ended in adoption; after last year’s, also one of which the start is not told. */
export default rule({
  code: '199',
  message:
    'Episode information shows child has been previously adopted from care. [NOTE: This only tests the current and previous year data loaded into the tool]',
  years: since('2022-23'),
  fields: { Episodes: ['CHILD'] },
  wrong: ({ Episodes, Episodes_last }) => {
    const [lastYear, thisYear] = [Episodes_last.filter(isAdoption), Episodes.filter(isAdoption)];
    return Episodes.filter(
      (episode) =>
        lastYear.some((adoption) => isBlank(episode, 'DECOM') || after(episode.DECOM, adoption.DECOM)) ||
        thisYear.some((adoption) => after(episode.DECOM, adoption.DECOM)),
    );
  },
  passes: [
    {
      Episodes: [
        { DECOM: '2022-05-01', DEC: '2022-06-01', REC: 'X1' },
        { DECOM: '2022-06-01', DEC: '2022-09-01', REC: 'E12' },
      ],
    },
    {
      Episodes: [{ DECOM: '2022-01-01', DEC: '2022-03-31', REC: 'E12' }],
      Episodes_last: [{ DECOM: '2022-01-01', DEC: '2022-03-31', REC: 'E12' }],
    },
  ],
  fails: [
    { Episodes: [{ DECOM: '2022-06-01', DEC: '2022-09-01', REC: 'E11' }, { DECOM: '2022-10-01' }] },
    { Episodes: [{ DECOM: '2022-10-01' }], Episodes_last: [{ DECOM: '2021-10-01', DEC: '2022-01-01', REC: 'E12' }] },
    { Episodes: [{}], Episodes_last: [{ DECOM: '2021-10-01', DEC: '2022-01-01', REC: 'E12' }] },
  ],
});
