import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: 'INT02',
  message: 'Internal Check: Child in PlacedAdoption does not exist in Header.',
  years: since('2022-23'),
  needs: ['Header'],
  fields: { PlacedAdoption: ['CHILD'] },
  wrong: ({ PlacedAdoption, Header }) => (Header.length === 0 ? PlacedAdoption : []),
  passes: [{ Header: [{ CHILD: '101' }], PlacedAdoption: [{ CHILD: '101' }] }],
  fails: [{ Header: [{ CHILD: '101' }], PlacedAdoption: [{ CHILD: '102' }] }],
});
