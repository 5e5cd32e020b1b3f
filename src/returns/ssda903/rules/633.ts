import { isAuthority } from '../../authorities.ts';
import { isGiven, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

const elsewhere = ['WAL', 'SCO', 'NIR', 'NUK'];

/** An authority that is or was, by its number; or elsewhere: in Wales, Scotland, Northern Ireland, or outside the United Kingdom. */
export default rule({
  code: '633',
  message: 'Local authority code where previous permanence option was arranged is not a valid value.',
  years: since('2022-23'),
  fields: { PrevPerm: ['LA_PERM'] },
  wrong: ({ PrevPerm }) => PrevPerm.filter(({ LA_PERM }) => isGiven(LA_PERM) && !isAuthority(LA_PERM) && !oneOf(LA_PERM, elsewhere)),
  passes: [{ PrevPerm: [{ LA_PERM: '352' }, { LA_PERM: '943' }, { LA_PERM: 'WAL' }, {}] }],
  fails: [{ PrevPerm: [{ LA_PERM: 'Leeds' }] }, { PrevPerm: [{ LA_PERM: '999' }] }, { PrevPerm: [{ LA_PERM: '' }] }],
});
