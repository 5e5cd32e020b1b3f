import { dayOfWeek } from '../../../kernel/calendar/dates.ts';
import { isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** DateOfInitialCPC (N00110) should not be a Saturday or Sunday. */
export default rule({
  code: '8875',
  message: 'The Date of Initial Child Protection Conference cannot be a weekend',
  level: 'error',
  years: since('2022-23'),
  fields: { Section47: ['DateOfInitialCPC'] },
  wrong: ({ Section47 }) => Section47.filter(({ DateOfInitialCPC }) => isGiven(DateOfInitialCPC) && dayOfWeek(DateOfInitialCPC) > 5),
  passes: [{ Section47: [{ DateOfInitialCPC: '2022-05-27' }, {}] }],
  fails: [{ Section47: [{ DateOfInitialCPC: '2022-05-28' }] }, { Section47: [{ DateOfInitialCPC: '2022-05-29' }] }],
});
