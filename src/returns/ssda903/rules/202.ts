import { everyPair } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** A sex that was said last year and is left out this year disagrees as well. */
export default rule({
  code: '202',
  message: 'The gender code conflicts with the gender already recorded for this child.',
  years: since('2022-23'),
  needs: ['Header_last'],
  fields: { Header: ['SEX'] },
  wrong: ({ Header, Header_last }) =>
    everyPair(Header, Header_last)
      .filter(([header, last]) => header.SEX !== last.SEX)
      .map(([header]) => header),
  passes: [
    {
      Header: [
        { CHILD: '1', SEX: '1' },
        { CHILD: '2', SEX: '1' },
      ],
      Header_last: [{ CHILD: '1', SEX: '1' }],
    },
  ],
  fails: [{ Header: [{ SEX: '1' }], Header_last: [{ SEX: '2' }] }],
});
