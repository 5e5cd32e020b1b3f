import { isGiven, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '631',
  message: 'Previous permanence option not a valid value.',
  years: since('2022-23'),
  fields: { PrevPerm: ['PREV_PERM'] },
  wrong: ({ PrevPerm }) => PrevPerm.filter(({ PREV_PERM }) => isGiven(PREV_PERM) && !oneOf(PREV_PERM, ['P1', 'P2', 'P3', 'P4', 'Z1'])),
  passes: [{ PrevPerm: [{ PREV_PERM: 'P1' }, {}] }],
  fails: [{ PrevPerm: [{ PREV_PERM: 'P0' }] }],
});
