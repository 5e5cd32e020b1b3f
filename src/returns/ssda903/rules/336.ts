import { oneOf, consecutive } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { rule } from '../looked-after-return.ts';

/** The DfE’s rule names A3 and A5; the recorded example finds A4 as well, as the message does. */
const mayPrecede = [...codes.placedForAdoption, ...codes.fosterPlacements];

export default rule({
  code: '336',
  message: 'Child does not have a foster placement immediately prior to being placed for adoption.',
  years: since('2022-23'),
  fields: { Episodes: ['PLACE'] },
  wrong: ({ Episodes }) =>
    consecutive(Episodes, 'DECOM')
      .filter(([previous, { PLACE }]) => oneOf(PLACE, codes.placedForAdoption) && !oneOf(previous.PLACE, mayPrecede))
      .map(([, episode]) => episode),
  passes: [
    {
      Episodes: [
        { DECOM: '2022-05-01', PLACE: 'U5' },
        { DECOM: '2022-06-01', PLACE: 'A5' },
      ],
    },
    { Episodes: [{ DECOM: '2022-06-01', PLACE: 'A5' }] },
  ],
  fails: [
    {
      Episodes: [
        { DECOM: '2022-05-01', PLACE: 'K2' },
        { DECOM: '2022-06-01', PLACE: 'A3' },
      ],
    },
    { Episodes: [{ DECOM: '2022-05-01' }, { DECOM: '2022-06-01', PLACE: 'A4' }] },
  ],
});
