import { isGiven, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** Three digits, as local authorities are numbered; or elsewhere in the United Kingdom. */
const isAuthority = (code: string): boolean => /^\d{3}$/.test(code) || oneOf(code, ['WAL', 'SCO', 'NIR', 'NUK']);

export default rule({
  code: '633',
  message: 'Local authority code where previous permanence option was arranged is not a valid value.',
  years: since('2022-23'),
  fields: { PrevPerm: ['LA_PERM'] },
  wrong: ({ PrevPerm }) => PrevPerm.filter(({ LA_PERM }) => isGiven(LA_PERM) && !isAuthority(LA_PERM)),
  passes: [{ PrevPerm: [{ LA_PERM: '352' }, { LA_PERM: 'WAL' }, {}] }],
  fails: [{ PrevPerm: [{ LA_PERM: 'Leeds' }] }],
});
