import { before } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '184',
  message: 'Date of decision that a child should be placed for adoption is before the child was born.',
  years: since('2022-23'),
  needs: ['Header'],
  fields: { PlacedAdoption: ['DATE_PLACED', 'DOB'] },
  wrong: ({ PlacedAdoption, Header }) => PlacedAdoption.filter(({ DATE_PLACED }) => Header.some(({ DOB }) => before(DATE_PLACED, DOB))),
  passes: [{ Header: [{ DOB: '2020-01-02' }], PlacedAdoption: [{ DATE_PLACED: '2020-01-02' }, {}] }],
  fails: [{ Header: [{ DOB: '2020-01-02' }], PlacedAdoption: [{ DATE_PLACED: '2020-01-01' }] }],
});
