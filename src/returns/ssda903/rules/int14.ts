import { since } from '../../rule/years.ts';
import { differingFromHeader } from '../header.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: 'INT14',
  message: 'Internal Check: DOB in OC2 is different to DOB in Header.',
  years: since('2022-23'),
  needs: ['Header'],
  fields: { OC2: ['DOB'] },
  wrong: (child) => differingFromHeader(child.OC2, child, 'DOB'),
  passes: [{ Header: [{ DOB: '2012-04-01' }], OC2: [{ DOB: '2012-04-01' }, {}] }],
  fails: [{ Header: [{ DOB: '2012-04-01' }], OC2: [{ DOB: '2012-01-04' }] }],
});
