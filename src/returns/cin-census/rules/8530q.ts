import { addDays, addMonths, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { remembered } from '../../../kernel/calendar/remembered.ts';
import { after, before } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

const nineMonthsAfter = remembered((day: LocalDate) => addMonths(day, 9));

/** ExpectedPersonBirthDate (N00098) should be between ReferenceDate (N00603) minus 30 days and ReferenceDate plus 9 months. */
export default rule({
  code: '8530Q',
  message:
    'Please check and either amend data or provide a reason: Expected Date of Birth is outside the expected range for this census (March to December of the Census Year end)',
  level: 'query',
  years: since('2022-23'),
  fields: { ChildIdentifiers: ['ExpectedPersonBirthDate'] },
  wrong: ({ ChildIdentifiers }, { referenceDate }) =>
    ChildIdentifiers.filter(
      ({ ExpectedPersonBirthDate }) =>
        before(ExpectedPersonBirthDate, addDays(referenceDate, -30)) || after(ExpectedPersonBirthDate, nineMonthsAfter(referenceDate)),
    ),
  passes: [{ ChildIdentifiers: [{ ExpectedPersonBirthDate: '2023-03-01' }, { ExpectedPersonBirthDate: '2023-12-31' }, {}] }],
  fails: [
    { ChildIdentifiers: [{ ExpectedPersonBirthDate: '2023-02-28' }] },
    { ChildIdentifiers: [{ ExpectedPersonBirthDate: '2024-01-01' }] },
  ],
});
