import { since } from '../../rule/years.ts';
import { differingFromHeader } from '../header.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: 'INT13',
  message: 'Internal Check: DOB in Missing is different to DOB in Header.',
  years: since('2022-23'),
  needs: ['Header'],
  fields: { Missing: ['DOB'] },
  wrong: (child) => differingFromHeader(child.Missing, child, 'DOB'),
  passes: [{ Header: [{ DOB: '2012-04-01' }], Missing: [{ DOB: '2012-04-01' }, {}] }],
  fails: [{ Header: [{ DOB: '2012-04-01' }], Missing: [{ DOB: '2012-01-04' }] }],
});
