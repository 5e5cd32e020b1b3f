import { after } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { latest } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '117',
  message:
    'Date of decision that a child should/should no longer be placed for adoption is beyond the current collection year or after the child ceased to be looked after.',
  years: since('2022-23'),
  needs: ['PlacedAdoption', 'Episodes'],
  fields: { Episodes: ['DECOM', 'DEC', 'REC'], PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'] },
  wrong: ({ Episodes, PlacedAdoption }, { end }) => {
    const last = latest(Episodes.filter(({ REC }) => REC !== codes.anotherFollows));
    return PlacedAdoption.filter(({ DATE_PLACED, DATE_PLACED_CEASED }) =>
      [DATE_PLACED, DATE_PLACED_CEASED].some((decided) => after(decided, end) || after(decided, last?.DEC)),
    ).map((decision) => (last === undefined ? decision : [decision, last]));
  },
  passes: [{ Episodes: [{ DECOM: '2022-01-01', DEC: '2022-06-01', REC: 'E12' }], PlacedAdoption: [{ DATE_PLACED: '2022-02-01' }] }],
  fails: [
    { Episodes: [{ DECOM: '2022-01-01', DEC: '2022-06-01', REC: 'E12' }], PlacedAdoption: [{ DATE_PLACED: '2022-06-02' }] },
    { Episodes: [{ DECOM: '2022-01-01' }], PlacedAdoption: [{ DATE_PLACED_CEASED: '2023-04-01' }] },
  ],
});
