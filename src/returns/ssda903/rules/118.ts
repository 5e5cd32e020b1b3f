import { before } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { earliest, isShortBreak } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '118',
  message:
    'Date of decision that a child should no longer be placed for adoption is before the current collection year or before the date the child started to be looked after.',
  years: since('2022-23'),
  needs: ['PlacedAdoption', 'Episodes'],
  fields: { Episodes: ['DECOM', 'LS'], PlacedAdoption: ['DATE_PLACED_CEASED'] },
  wrong: ({ Episodes, PlacedAdoption }, { start }) => {
    const first = earliest(Episodes.filter((episode) => !isShortBreak(episode)));
    return PlacedAdoption.filter(({ DATE_PLACED_CEASED: ceased }) => before(ceased, start) || before(ceased, first?.DECOM)).map(
      (decision) => (first === undefined ? decision : [decision, first]),
    );
  },
  passes: [
    {
      Episodes: [
        { DECOM: '2022-05-01', LS: 'C2' },
        { DECOM: '2022-04-01', LS: 'V3' },
      ],
      PlacedAdoption: [{ DATE_PLACED_CEASED: '2022-05-01' }, {}],
    },
  ],
  fails: [
    {
      Episodes: [
        { DECOM: '2022-05-01', LS: 'C2' },
        { DECOM: '2022-04-01', LS: 'V3' },
      ],
      PlacedAdoption: [{ DATE_PLACED_CEASED: '2022-04-30' }],
    },
    { Episodes: [{ DECOM: '2021-05-01', LS: 'C2' }], PlacedAdoption: [{ DATE_PLACED_CEASED: '2022-03-31' }] },
  ],
});
