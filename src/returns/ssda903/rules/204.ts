import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** An origin that only one of the years has disagrees as well. */
export default rule({
  code: '204',
  message: 'Ethnic origin code disagrees with the ethnic origin already recorded for this child.',
  years: since('2022-23'),
  needs: ['Header_last'],
  fields: { Header: ['ETHNIC'] },
  wrong: ({ Header, Header_last }) =>
    Header.filter((header) => Header_last.some((last) => header.ETHNIC?.toUpperCase() !== last.ETHNIC?.toUpperCase())),
  passes: [{ Header: [{ ETHNIC: 'nobt' }], Header_last: [{ ETHNIC: 'NOBT' }] }],
  fails: [
    { Header: [{ ETHNIC: 'WBRI' }], Header_last: [{ ETHNIC: 'NOBT' }] },
    { Header: [{}], Header_last: [{ ETHNIC: 'WBRI' }] },
  ],
});
