import { after, onOrBefore } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isAdoption } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

/** Another episode begins after one that ended in adoption; what last year's return tells was before, unless the dates say otherwise. */
export default rule({
  code: '199',
  message:
    'Episode information shows child has been previously adopted from care. [NOTE: This only tests the current and previous year data loaded into the tool]',
  years: since('2022-23'),
  fields: { Episodes: ['CHILD'] },
  wrong: ({ Episodes, Episodes_last }) => {
    const lastYears = Episodes_last.filter(isAdoption);
    const thisYears = Episodes.filter(isAdoption);
    return Episodes.filter(
      ({ DECOM }) =>
        lastYears.some((adoption) => !onOrBefore(DECOM, adoption.DECOM)) || thisYears.some((adoption) => after(DECOM, adoption.DECOM)),
    );
  },
  passes: [
    {
      Episodes: [
        { DECOM: '2022-05-01', DEC: '2022-06-01', REC: 'X1' },
        { DECOM: '2022-06-01', DEC: '2022-09-01', REC: 'E12' },
      ],
    },
    { Episodes: [{ DECOM: '2021-10-01' }], Episodes_last: [{ DECOM: '2021-10-01', REC: 'E12' }] },
    { Episodes: [{}], Episodes_last: [{ REC: 'E4A' }] },
  ],
  fails: [
    { Episodes: [{ DECOM: '2022-06-01', DEC: '2022-09-01', REC: 'E11' }, { DECOM: '2022-10-01' }] },
    { Episodes: [{ DECOM: '2022-10-01' }], Episodes_last: [{ DECOM: '2021-10-01', DEC: '2022-01-01', REC: 'E12' }] },
    { Episodes: [{}], Episodes_last: [{ DEC: '2022-01-01', REC: 'E12' }] },
  ],
});
