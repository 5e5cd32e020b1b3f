import { isBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { isOrWasUnaccompanied } from '../unaccompanied.ts';

export default rule({
  code: '406',
  message:
    'Child is Unaccompanied Asylum-Seeking Child (UASC) or was formerly UASC. Distance should be blank. [NOTE: This check will result in false negatives for children formerly UASC not identified as such in loaded data]',
  years: since('2022-23'),
  needs: ['postcodes'],
  fields: { Episodes: ['PL_DISTANCE'] },
  wrong: (child) => (isOrWasUnaccompanied(child) ? child.Episodes.filter((episode) => !isBlank(episode, 'PL_DISTANCE')) : []),
  passes: [
    { Header: [{ UASC: '0' }], Episodes: [{ PL_DISTANCE: '3.5' }] },
    { Header: [{ UASC: '1' }], Episodes: [{}], metadata: { postcodes: true } },
  ],
  fails: [
    { Header: [{ UASC: '1' }], Episodes: [{ PL_DISTANCE: '3.5' }] },
    { Header: [{ UASC: '0' }], Header_last: [{ UASC: '1' }], Episodes: [{ PL_DISTANCE: '3.5' }] },
  ],
});
