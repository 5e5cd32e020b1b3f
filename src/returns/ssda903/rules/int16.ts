import { since } from '../../rule/years.ts';
import { differingFromHeader } from '../header.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: 'INT16',
  message: 'Internal Check: DOB in PrevPerm is different to DOB in Header.',
  years: since('2022-23'),
  needs: ['Header'],
  fields: { PrevPerm: ['DOB'] },
  wrong: (child) => differingFromHeader(child.PrevPerm, child, 'DOB'),
  passes: [{ Header: [{ DOB: '2012-04-01' }], PrevPerm: [{ DOB: '2012-04-01' }, {}] }],
  fails: [{ Header: [{ DOB: '2012-04-01' }], PrevPerm: [{ DOB: '2012-01-04' }] }],
});
