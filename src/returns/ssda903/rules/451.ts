import { isBlank, isMissing } from '../../rule/compare.ts';
import { between } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '451',
  message: 'Child is still freed for adoption, but freeing orders could not be applied for since 30 December 2005.',
  years: between('2022-23', '2023-24'),
  fields: { Episodes: ['DEC', 'REC', 'LS'] },
  wrong: ({ Episodes }) => Episodes.filter((episode) => episode.LS === 'D1' && isBlank(episode, 'DEC') && isMissing(episode.REC)),
  passes: [{ Episodes: [{ LS: 'D1', REC: 'E11' }, { LS: 'C2' }] }],
  fails: [{ Episodes: [{ LS: 'D1' }] }],
});
