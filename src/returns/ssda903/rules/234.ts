import { everyPair } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isUnder } from '../ages.ts';
import { rule } from '../looked-after-return.ts';

/** The reason stands in the episode that custody ends, whose start is compared, as in the recorded example. */
export default rule({
  code: '234',
  message: 'A child aged under 10 can not change placement due to being admitted to custody',
  years: since('2025-26'),
  needs: ['Episodes', 'Header'],
  fields: { Episodes: ['REASON_PLACE_CHANGE'], Header: ['DOB'] },
  wrong: ({ Episodes, Header }) =>
    everyPair(Episodes, Header).filter(
      ([{ REASON_PLACE_CHANGE, DECOM }, { DOB }]) => REASON_PLACE_CHANGE === 'CUSTOD' && isUnder(DOB, 10, DECOM),
    ),
  passes: [{ Header: [{ DOB: '2015-06-01' }], Episodes: [{ DECOM: '2025-06-01', REASON_PLACE_CHANGE: 'CUSTOD' }] }],
  fails: [{ Header: [{ DOB: '2015-06-02' }], Episodes: [{ DECOM: '2025-06-01', REASON_PLACE_CHANGE: 'CUSTOD' }] }],
});
