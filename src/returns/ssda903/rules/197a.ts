import { isGiven, isBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '197a',
  message:
    'Reason for no Strengths and Difficulties (SDQ) score is not required if Strengths and Difficulties Questionnaire score is filled in.',
  years: since('2022-23'),
  fields: { OC2: ['SDQ_SCORE', 'SDQ_REASON'] },
  wrong: ({ OC2 }) => OC2.filter((row) => !isBlank(row, 'SDQ_SCORE') && isGiven(row.SDQ_REASON)),
  passes: [{ OC2: [{ SDQ_SCORE: '10' }, { SDQ_REASON: 'SDQ2' }, {}] }],
  fails: [{ OC2: [{ SDQ_SCORE: '0', SDQ_REASON: 'SDQ2' }] }],
});
