import { givenAmong, isAnyGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isLookedAfterAllYear } from '../episodes.ts';
import { twelveMonthFields } from '../fields.ts';
import { rule, at } from '../looked-after-return.ts';

export default rule({
  code: '190',
  message:
    'Child has not been looked after continuously for at least 12 months at 31 March but one or more data items relating to children looked after for 12 months have been completed.',
  years: since('2022-23'),
  needs: ['Episodes'],
  fields: { OC2: twelveMonthFields },
  wrong: (child, year) =>
    isLookedAfterAllYear(child, year)
      ? []
      : child.OC2.filter((row) => isAnyGiven(row, twelveMonthFields)).map((row) => at(row, ...givenAmong(row, twelveMonthFields))),
  passes: [
    { Episodes: [{ DECOM: '2020-01-01' }], OC2: [{ CONVICTED: '0' }] },
    { Episodes: [{ RNE: 'S', DECOM: '2022-06-01' }], OC2: [{}] },
  ],
  fails: [
    { Episodes: [{ RNE: 'S', DECOM: '2022-06-01' }], OC2: [{ CONVICTED: '0' }] },
    {
      Episodes: [
        { RNE: 'S', LS: 'V4', DECOM: '2021-01-01', DEC: '2022-06-01', REC: 'X1' },
        { RNE: 'L', LS: 'C2', DECOM: '2022-06-01' },
      ],
      OC2: [{ CONVICTED: '0' }],
    },
  ],
});
