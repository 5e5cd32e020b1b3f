import { isGiven, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '1009',
  message: 'Reason for placement change is not a valid code.',
  years: since('2022-23'),
  fields: { Episodes: ['REASON_PLACE_CHANGE'] },
  wrong: ({ Episodes }) =>
    Episodes.filter(
      ({ REASON_PLACE_CHANGE }) => isGiven(REASON_PLACE_CHANGE) && !oneOf(REASON_PLACE_CHANGE, codes.reasonsForPlacementChange),
    ),
  passes: [{ Episodes: [{ REASON_PLACE_CHANGE: 'CARPL' }, {}] }],
  fails: [{ Episodes: [{ REASON_PLACE_CHANGE: 'other' }] }],
});
