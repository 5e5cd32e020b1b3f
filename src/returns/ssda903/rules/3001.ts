import { within, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { birthdayOf } from '../ages.ts';
import { rule } from '../looked-after-return.ts';

/** The 17th birthday is within the year. */
export default rule({
  code: '3001',
  message:
    'Where care leavers information is being returned for a young person around their 17th birthday, the accommodation cannot be with their former foster carer(s).',
  years: since('2022-23'),
  needs: ['Header'],
  fields: { OC3: ['ACCOM'] },
  wrong: ({ OC3, Header }, { start, end }) =>
    OC3.filter(({ ACCOM }) => oneOf(ACCOM, ['Z1', 'Z2']) && Header.some(({ DOB }) => within(birthdayOf(DOB, 17), start, end))),
  passes: [
    { Header: [{ DOB: '2005-03-31' }], OC3: [{ ACCOM: 'Z1' }] },
    { Header: [{ DOB: '2005-06-01' }], OC3: [{ ACCOM: 'T1' }] },
  ],
  fails: [{ Header: [{ DOB: '2005-06-01' }], OC3: [{ ACCOM: 'Z1' }] }],
});
