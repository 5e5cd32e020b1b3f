import { isBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isShortBreak } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';
import { isOrWasUnaccompanied } from '../unaccompanied.ts';

export default rule({
  code: '392a',
  message: 'Child is looked after but no distance is recorded. [NOTE: This check may result in false positives for children formerly UASC]',
  years: since('2022-23'),
  needs: ['postcodes'],
  fields: { Episodes: ['PL_DISTANCE'] },
  wrong: (child) =>
    isOrWasUnaccompanied(child) ? [] : child.Episodes.filter((episode) => !isShortBreak(episode) && isBlank(episode, 'PL_DISTANCE')),
  passes: [
    { Header: [{ UASC: '0' }], Episodes: [{ LS: 'C2', PL_DISTANCE: '3.5' }, { LS: 'V3' }] },
    { Header: [{ UASC: '1' }], Episodes: [{ LS: 'C2' }], metadata: { postcodes: true } },
  ],
  fails: [{ Header: [{ UASC: '0' }], Episodes: [{ LS: 'C2' }], metadata: { postcodes: true } }],
});
