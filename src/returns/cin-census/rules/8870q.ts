import { dayOfWeek } from '../../../kernel/calendar/dates.ts';
import { isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** InitialCPCtarget (N00109) should not be a Saturday or Sunday. */
export default rule({
  code: '8870Q',
  message:
    'Please check and either amend or provide a reason: The Target Date for Initial Child Protection Conference should not be a weekend',
  level: 'query',
  years: since('2022-23'),
  fields: { Section47: ['InitialCPCtarget'] },
  wrong: ({ Section47 }) => Section47.filter(({ InitialCPCtarget }) => isGiven(InitialCPCtarget) && dayOfWeek(InitialCPCtarget) > 5),
  passes: [{ Section47: [{ InitialCPCtarget: '2022-05-27' }, {}] }],
  fails: [{ Section47: [{ InitialCPCtarget: '2022-05-28' }] }, { Section47: [{ InitialCPCtarget: '2022-05-29' }] }],
});
