import { everyPair, isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** A date that was said last year and is left out this year contradicts as well, as in rule 202. */
export default rule({
  code: '624',
  message: 'Date of birth of the first child contradicts the date of birth of the first child previously recorded.',
  years: since('2022-23'),
  needs: ['Header_last'],
  fields: { Header: ['MC_DOB'] },
  wrong: ({ Header, Header_last }) =>
    everyPair(Header, Header_last)
      .filter(([header, last]) => isGiven(last.MC_DOB) && header.MC_DOB !== last.MC_DOB)
      .map(([header]) => header),
  passes: [{ Header: [{ MC_DOB: '2022-06-01' }], Header_last: [{}] }],
  fails: [{ Header: [{ MC_DOB: '2022-06-01' }], Header_last: [{ MC_DOB: '2021-06-01' }] }],
});
