import { isGiven, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '144',
  message: 'The legal status code is not a valid code.',
  years: since('2022-23'),
  fields: { Episodes: ['LS'] },
  wrong: ({ Episodes }) => Episodes.filter(({ LS }) => isGiven(LS) && !oneOf(LS, codes.legalStatuses)),
  passes: [{ Episodes: [{ LS: 'C1' }, {}] }],
  fails: [{ Episodes: [{ LS: 'c1' }] }],
});
