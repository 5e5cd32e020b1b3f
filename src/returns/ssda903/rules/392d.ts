import { isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { isSamePostcode } from '../postcodes.ts';

export default rule({
  code: '392d',
  message: 'Home and placement postcodes should not be same unless the placement type is P1.',
  years: since('2022-23'),
  fields: { Episodes: ['HOME_POST', 'PL_POST', 'PLACE'] },
  wrong: ({ Episodes }) =>
    Episodes.filter(
      ({ HOME_POST, PL_POST, PLACE }) => isGiven(HOME_POST) && isGiven(PL_POST) && isSamePostcode(HOME_POST, PL_POST) && PLACE !== 'P1',
    ),
  passes: [
    {
      Episodes: [
        { PLACE: 'P1', HOME_POST: 'AB1 0JD', PL_POST: 'AB1 0JD' },
        { PLACE: 'U1', HOME_POST: 'AB1 0JD', PL_POST: 'AB2 0JD' },
        { PLACE: 'U1' },
        { PLACE: 'U1', HOME_POST: ' ' },
      ],
    },
  ],
  fails: [{ Episodes: [{ PLACE: 'U1', HOME_POST: 'AB1 0JD', PL_POST: 'AB10JD' }] }],
});
