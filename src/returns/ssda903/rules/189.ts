import { isAnyGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isAged } from '../ages.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '189',
  message:
    'Child is aged 17 years or over at the beginning of the year, but an Strengths and Difficulties (SDQ) score or a reason for no Strengths and Difficulties (SDQ) score has been completed.',
  years: since('2022-23'),
  fields: { OC2: ['DOB', 'SDQ_SCORE', 'SDQ_REASON'] },
  wrong: ({ OC2 }, { start }) => OC2.filter((row) => isAged(row.DOB, 17, start) && isAnyGiven(row, ['SDQ_SCORE', 'SDQ_REASON'])),
  passes: [{ OC2: [{ DOB: '2005-04-02', SDQ_SCORE: '10' }, { DOB: '2005-04-01' }] }],
  fails: [{ OC2: [{ DOB: '2005-04-01', SDQ_SCORE: '10' }] }],
});
