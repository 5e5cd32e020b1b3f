import { since } from '../../rule/years.ts';
import { isAged, isUnder } from '../ages.ts';
import { isLookedAfterAllYear } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

/** SDQ1 is for those under 4 or over 16: it is wrong for a child who is neither in the whole year. */
export default rule({
  code: '157',
  message:
    'Child is aged 4 years or over at the beginning of the year or 16 years or under at the end of the year and Strengths and Difficulties Questionnaire (SDQ) 1 has been recorded as the reason for no Strengths and Difficulties Questionnaire (SDQ) score.',
  years: since('2022-23'),
  needs: ['Episodes'],
  fields: { OC2: ['SDQ_REASON', 'DOB'] },
  wrong: (child, year) =>
    isLookedAfterAllYear(child, year)
      ? child.OC2.filter(({ DOB, SDQ_REASON }) => SDQ_REASON === 'SDQ1' && isAged(DOB, 4, year.start) && isUnder(DOB, 17, year.end))
      : [],
  passes: [
    {
      Episodes: [{ DECOM: '2020-01-01' }],
      OC2: [
        { DOB: '2018-04-02', SDQ_REASON: 'SDQ1' },
        { DOB: '2006-03-31', SDQ_REASON: 'SDQ1' },
        { DOB: '2010-01-01', SDQ_REASON: 'SDQ2' },
      ],
    },
    { Episodes: [{ RNE: 'L', DECOM: '2022-04-02' }], OC2: [{ DOB: '2010-01-01', SDQ_REASON: 'SDQ1' }] },
  ],
  fails: [
    { Episodes: [{ DECOM: '2020-01-01' }], OC2: [{ DOB: '2018-04-01', SDQ_REASON: 'SDQ1' }] },
    { Episodes: [{ DECOM: '2020-01-01' }], OC2: [{ DOB: '2006-04-01', SDQ_REASON: 'SDQ1' }] },
  ],
});
