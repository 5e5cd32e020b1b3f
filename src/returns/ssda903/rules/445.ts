import { date } from '../../../kernel/calendar/dates.ts';
import { after } from '../../rule/compare.ts';
import { between } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '445',
  message: 'D1 is not a valid code for episodes starting after December 2005.',
  years: between('2022-23', '2023-24'),
  fields: { Episodes: ['LS', 'DECOM'] },
  wrong: ({ Episodes }) => Episodes.filter(({ LS, DECOM }) => LS === 'D1' && after(DECOM, date('2005-12-31'))),
  passes: [{ Episodes: [{ LS: 'D1', DECOM: '2005-12-31' }, { LS: 'D1' }] }],
  fails: [{ Episodes: [{ LS: 'D1', DECOM: '2006-01-01' }] }],
});
