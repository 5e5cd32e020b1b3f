import { isAnyGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isUnder } from '../ages.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '188',
  message:
    'Child is aged under 4 years at the end of the year, but a Strengths and Difficulties (SDQ) score or a reason for no SDQ score has been completed.',
  years: since('2022-23'),
  fields: { OC2: ['SDQ_SCORE', 'SDQ_REASON'] },
  wrong: ({ OC2 }, { end }) => OC2.filter((row) => isUnder(row.DOB, 4, end) && isAnyGiven(row, ['SDQ_SCORE', 'SDQ_REASON'])),
  passes: [{ OC2: [{ DOB: '2019-03-31', SDQ_SCORE: '10' }, { DOB: '2019-04-01' }] }],
  fails: [{ OC2: [{ DOB: '2019-04-01', SDQ_REASON: 'SDQ1' }] }, { OC2: [{ DOB: '2019-04-01', SDQ_SCORE: '10' }] }],
});
