import { isGiven, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '149',
  message: 'Reason episode ceased code is not valid.',
  years: since('2022-23'),
  fields: { Episodes: ['REC'] },
  wrong: ({ Episodes }) => Episodes.filter(({ REC }) => isGiven(REC) && !oneOf(REC, codes.reasonsEpisodeCeased)),
  passes: [{ Episodes: [{ REC: 'E4A' }, {}] }],
  fails: [{ Episodes: [{ REC: 'E4b' }] }],
});
