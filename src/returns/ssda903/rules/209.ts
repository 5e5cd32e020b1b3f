import { date } from '../../../kernel/calendar/dates.ts';
import { since } from '../../rule/years.ts';
import { isAged } from '../ages.ts';
import { rule } from '../looked-after-return.ts';

/** Of school age: 4 by 31 August of the year before the collection starts. */
export default rule({
  code: '209',
  message: 'Child looked after is of school age and should not have an unknown Unique Pupil Number (UPN) code of UN1.',
  years: since('2022-23'),
  fields: { Header: ['UPN', 'DOB'] },
  wrong: ({ Header }, { start }) => {
    const august = date(`${String(Number(start.slice(0, 4)) - 1).padStart(4, '0')}-08-31`);
    return Header.filter(({ UPN, DOB }) => UPN === 'UN1' && isAged(DOB, 4, august));
  },
  passes: [
    {
      Header: [
        { UPN: 'UN1', DOB: '2017-09-01' },
        { UPN: 'UN2', DOB: '2017-08-31' },
      ],
    },
  ],
  fails: [{ Header: [{ UPN: 'UN1', DOB: '2017-08-31' }] }],
});
