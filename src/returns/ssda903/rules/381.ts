import { since } from '../../rule/years.ts';
import { isTemporary, endsCare } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '381',
  message: 'A period of care cannot end with a temporary placement.',
  years: since('2022-23'),
  fields: { Episodes: ['PLACE', 'REC'] },
  wrong: ({ Episodes }) => Episodes.filter((episode) => isTemporary(episode) && endsCare(episode)),
  passes: [{ Episodes: [{ PLACE: 'T1', REC: 'X1' }, { PLACE: 'T1' }, { PLACE: 'U1', REC: 'E5' }] }],
  fails: [{ Episodes: [{ PLACE: 'T1', REC: 'E5' }] }],
});
