import { everyPair, isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: 'INT13',
  message: 'Internal Check: DOB in Missing is different to DOB in Header.',
  years: since('2022-23'),
  needs: ['Header'],
  fields: { Missing: ['DOB'] },
  wrong: ({ Missing, Header }) =>
    everyPair(Missing, Header)
      .filter(([missing, header]) => isGiven(missing.DOB) && isGiven(header.DOB) && missing.DOB !== header.DOB)
      .map(([missing]) => missing),
  passes: [{ Header: [{ DOB: '2012-04-01' }], Missing: [{ DOB: '2012-04-01' }, {}] }],
  fails: [{ Header: [{ DOB: '2012-04-01' }], Missing: [{ DOB: '2012-01-04' }] }],
});
