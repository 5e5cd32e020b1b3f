import { isGiven, isBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

const isScore = (score: number | undefined): boolean => isGiven(score) && Number.isInteger(score) && score >= 0 && score <= 40;

export default rule({
  code: '180',
  message: 'Data entry for the strengths and difficulties questionnaire (SDQ) score is invalid.',
  years: since('2022-23'),
  fields: { OC2: ['SDQ_SCORE'] },
  wrong: ({ OC2 }) => OC2.filter((row) => !isBlank(row, 'SDQ_SCORE') && !isScore(row.SDQ_SCORE)),
  passes: [{ OC2: [{ SDQ_SCORE: '0' }, { SDQ_SCORE: '40' }, {}] }],
  fails: [{ OC2: [{ SDQ_SCORE: '41' }] }, { OC2: [{ SDQ_SCORE: '39.5' }] }, { OC2: [{ SDQ_SCORE: 'high' }] }],
});
