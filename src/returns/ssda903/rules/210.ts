import { addDays } from '../../../kernel/calendar/dates.ts';
import { onOrAfter, everyPair } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** The DfE’s rule and the recorded example find what began on or after 24 March, where the message says the opposite. */
export default rule({
  code: '210',
  message: 'Children looked after for more than a week at 31 March should not have an unknown Unique Pupil Number (UPN) code of UN4.',
  years: since('2022-23'),
  needs: ['Episodes', 'Header'],
  fields: { Episodes: ['DECOM'], Header: ['UPN'] },
  wrong: ({ Episodes, Header }, { end }) =>
    everyPair(
      Header.filter(({ UPN }) => UPN === 'UN4'),
      Episodes.filter(({ DECOM }) => onOrAfter(DECOM, addDays(end, -7))),
    ),
  passes: [
    { Header: [{ UPN: 'UN4' }], Episodes: [{ DECOM: '2023-03-23' }] },
    { Header: [{ UPN: 'UN3' }], Episodes: [{ DECOM: '2023-03-24' }] },
  ],
  fails: [{ Header: [{ UPN: 'UN4' }], Episodes: [{ DECOM: '2023-03-24' }] }],
});
