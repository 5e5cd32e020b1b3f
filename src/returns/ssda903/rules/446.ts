import { date } from '../../../kernel/calendar/dates.ts';
import { before } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '446',
  message: 'E1 is not a valid code for episodes starting before December 2005.',
  years: since('2022-23'),
  fields: { Episodes: ['LS', 'DECOM'] },
  wrong: ({ Episodes }) => Episodes.filter(({ LS, DECOM }) => LS === 'E1' && before(DECOM, date('2005-12-01'))),
  passes: [{ Episodes: [{ LS: 'E1', DECOM: '2005-12-01' }, { LS: 'E1' }] }],
  fails: [{ Episodes: [{ LS: 'E1', DECOM: '2005-11-30' }] }],
});
