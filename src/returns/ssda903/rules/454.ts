import { isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { isOrWasUnaccompanied } from '../unaccompanied.ts';

/** 999.9 says that the distance is not known; of unaccompanied children none is asked. */
export default rule({
  code: '454',
  message:
    'Placement distance from home is over 350 miles. [NOTE: This check will result in false positives for children formerly UASC not identified as such in loaded data]',
  years: since('2025-26'),
  needs: ['postcodes'],
  fields: { Episodes: ['PL_DISTANCE'] },
  wrong: (child) =>
    isOrWasUnaccompanied(child)
      ? []
      : child.Episodes.filter(({ PL_DISTANCE }) => isGiven(PL_DISTANCE) && PL_DISTANCE > 350 && PL_DISTANCE !== 999.9),
  passes: [
    { Episodes: [{ PL_DISTANCE: '350' }, { PL_DISTANCE: '999.9' }] },
    { Header: [{ UASC: '1' }], Episodes: [{ PL_DISTANCE: '400' }] },
  ],
  fails: [{ Episodes: [{ PL_DISTANCE: '350.1' }] }],
});
