import { isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isShortBreak } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';
import { isOrWasUnaccompanied } from '../unaccompanied.ts';

export default rule({
  code: '392b',
  message:
    'Child is looked after but no postcodes are recorded. [NOTE: This check may result in false positives for children formerly UASC, particularly if current & prior year UASC data not loaded]',
  years: since('2022-23'),
  fields: { Episodes: ['HOME_POST', 'PL_POST'] },
  wrong: (child) =>
    isOrWasUnaccompanied(child)
      ? []
      : child.Episodes.filter((episode) => !isShortBreak(episode) && (isMissing(episode.HOME_POST) || isMissing(episode.PL_POST))),
  passes: [
    { Header: [{ UASC: '0' }], Episodes: [{ LS: 'C2', HOME_POST: 'AB1 0JD', PL_POST: 'AB1 0JD' }, { LS: 'V3' }] },
    { Header_last: [{ UASC: '1' }], Episodes: [{ LS: 'C2' }] },
  ],
  fails: [{ Header: [{ UASC: '0' }], Episodes: [{ LS: 'C2', HOME_POST: 'AB1 0JD' }] }],
});
