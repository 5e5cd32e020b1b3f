import { date } from '../../../kernel/calendar/dates.ts';
import { before } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** The day on which the Children Act 1989 came into force. */
const childrenAct = date('1991-10-14');

export default rule({
  code: '353',
  message: 'No episode submitted can start before 14 October 1991.',
  years: since('2022-23'),
  fields: { Episodes: ['DECOM'] },
  wrong: ({ Episodes }) => Episodes.filter(({ DECOM }) => before(DECOM, childrenAct)),
  passes: [{ Episodes: [{ DECOM: '1991-10-14' }, {}] }],
  fails: [{ Episodes: [{ DECOM: '1991-10-13' }] }],
});
