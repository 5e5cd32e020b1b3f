import { date } from '../../../kernel/calendar/dates.ts';
import { isAnyGiven, onOrAfter } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '634',
  message: 'There are entries for previous permanence options, but child has not started to be looked after from 1 April 2016 onwards.',
  years: since('2022-23'),
  needs: ['Episodes', 'PrevPerm'],
  fields: { PrevPerm: ['LA_PERM', 'PREV_PERM', 'DATE_PERM'], Episodes: ['DECOM'] },
  wrong: ({ PrevPerm, Episodes }) =>
    Episodes.length === 0 || Episodes.some(({ DECOM }) => onOrAfter(DECOM, date('2016-04-01')))
      ? []
      : PrevPerm.filter((row) => isAnyGiven(row, ['PREV_PERM', 'LA_PERM', 'DATE_PERM'])).map((row) => [row, ...Episodes]),
  passes: [{ Episodes: [{ DECOM: '2015-06-01' }, { DECOM: '2016-04-01' }], PrevPerm: [{ PREV_PERM: 'Z1' }] }],
  fails: [{ Episodes: [{ DECOM: '2016-03-31' }], PrevPerm: [{ PREV_PERM: 'Z1' }] }],
});
