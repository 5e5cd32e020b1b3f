import { isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isShortBreak } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';
import { isOrWasUnaccompanied } from '../unaccompanied.ts';

/** The distance is worked out from the postcodes: where there is none, they were not valid. */
export default rule({
  code: '164',
  message:
    'Distance is not valid. Please check a valid postcode has been entered. [NOTE: This check will result in false positives for children formerly UASC not identified as such in loaded data]',
  years: since('2022-23'),
  needs: ['postcodes'],
  fields: { Episodes: ['PL_DISTANCE'] },
  wrong: (child) =>
    isOrWasUnaccompanied(child)
      ? []
      : child.Episodes.filter(
          (episode) =>
            !isShortBreak(episode) && !(isGiven(episode.PL_DISTANCE) && episode.PL_DISTANCE >= 0 && episode.PL_DISTANCE <= 999.9),
        ),
  passes: [
    { Header: [{ UASC: '0' }], Episodes: [{ LS: 'C2', PL_DISTANCE: '999.9' }, { LS: 'V3' }] },
    { Header: [{ UASC: '1' }], Episodes: [{ LS: 'C2', PL_DISTANCE: 'far' }] },
  ],
  fails: [
    { Header: [{ UASC: '0' }], Episodes: [{ LS: 'C2', PL_DISTANCE: '1000' }] },
    { Header: [{ UASC: '0' }], Episodes: [{ LS: 'C2' }], metadata: { postcodes: true } },
  ],
});
