import { since } from '../../rule/years.ts';
import { differingFromHeader } from '../header.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: 'INT15',
  message: 'Internal Check: DOB in OC3 is different to DOB in Header.',
  years: since('2022-23'),
  needs: ['Header'],
  fields: { OC3: ['DOB'] },
  wrong: (child) => differingFromHeader(child.OC3, child, 'DOB'),
  passes: [{ Header: [{ DOB: '2012-04-01' }], OC3: [{ DOB: '2012-04-01' }, {}] }],
  fails: [{ Header: [{ DOB: '2012-04-01' }], OC3: [{ DOB: '2012-01-04' }] }],
});
