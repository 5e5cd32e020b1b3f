import { isGiven, onOrAfter } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** Z1 says that there was none; any other option has an authority and a day. */
export default rule({
  code: '630',
  message: 'Information on previous permanence option should be returned.',
  years: since('2022-23'),
  needs: ['PrevPerm'],
  fields: { Episodes: ['RNE'] },
  wrong: ({ Episodes, PrevPerm }, { start }) =>
    PrevPerm.some(({ PREV_PERM, LA_PERM, DATE_PERM }) => PREV_PERM === 'Z1' || [PREV_PERM, LA_PERM, DATE_PERM].every(isGiven))
      ? []
      : Episodes.filter(({ RNE, DECOM }) => RNE === 'S' && onOrAfter(DECOM, start)),
  passes: [
    { Episodes: [{ RNE: 'S', DECOM: '2022-06-01' }], PrevPerm: [{ PREV_PERM: 'Z1' }] },
    { Episodes: [{ RNE: 'S', DECOM: '2022-03-31' }], PrevPerm: [] },
  ],
  fails: [{ Episodes: [{ RNE: 'S', DECOM: '2022-06-01' }], PrevPerm: [{ PREV_PERM: 'P1', LA_PERM: '352' }] }],
});
