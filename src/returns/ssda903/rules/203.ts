import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** A date of birth that only one of the years has disagrees as well. */
export default rule({
  code: '203',
  message: 'Date of birth disagrees with the date of birth already recorded for this child.',
  years: since('2022-23'),
  needs: ['Header_last'],
  fields: { Header: ['DOB'] },
  wrong: ({ Header, Header_last }) => Header.filter((header) => Header_last.some((last) => header.DOB !== last.DOB)),
  passes: [{ Header: [{ DOB: '2014-08-10' }], Header_last: [{ DOB: '2014-08-10' }] }],
  fails: [
    { Header: [{ DOB: '2014-08-10' }], Header_last: [{ DOB: '2014-10-08' }] },
    { Header: [{}], Header_last: [{ DOB: '2014-10-08' }] },
  ],
});
