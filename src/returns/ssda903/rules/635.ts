import { isAnyGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** Z1: there was none. */
export default rule({
  code: '635',
  message:
    'There are entries for date of order and local authority code where previous permanence option was arranged but previous permanence code is Z1',
  years: since('2022-23'),
  fields: { PrevPerm: ['LA_PERM', 'DATE_PERM', 'PREV_PERM'] },
  wrong: ({ PrevPerm }) => PrevPerm.filter((row) => row.PREV_PERM === 'Z1' && isAnyGiven(row, ['LA_PERM', 'DATE_PERM'])),
  passes: [{ PrevPerm: [{ PREV_PERM: 'Z1' }, { PREV_PERM: 'P1', LA_PERM: '352' }] }],
  fails: [{ PrevPerm: [{ PREV_PERM: 'Z1', LA_PERM: '352' }] }],
});
