import { since } from '../../rule/years.ts';
import { isUnder } from '../ages.ts';
import { rule } from '../looked-after-return.ts';

/** Younger than 11 on 31 March, the end of the collection. */
export default rule({
  code: '231',
  message:
    'We expect that unaccompanied asylum seeking children are generally older young people. Please check the date of birth is correct. If the date of birth is correct then please provide details in a bypass request.',
  years: since('2024-25'),
  fields: { Header: ['DOB', 'UASC'] },
  wrong: ({ Header }, { end }) => Header.filter(({ DOB, UASC }) => UASC === '1' && isUnder(DOB, 11, end)),
  passes: [
    {
      Header: [
        { UASC: '1', DOB: '2010-06-01' },
        { UASC: '0', DOB: '2020-06-01' },
      ],
    },
  ],
  fails: [{ Header: [{ UASC: '1', DOB: '2020-06-01' }] }],
});
