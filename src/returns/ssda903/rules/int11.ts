import { since } from '../../rule/years.ts';
import { differingFromHeader } from '../header.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: 'INT11',
  message: 'Internal Check: DOB in AD1 is different to DOB in Header.',
  years: since('2022-23'),
  needs: ['Header'],
  fields: { AD1: ['DOB'] },
  wrong: (child) => differingFromHeader(child.AD1, child, 'DOB'),
  passes: [{ Header: [{ DOB: '2012-04-01' }], AD1: [{ DOB: '2012-04-01' }, {}] }],
  fails: [{ Header: [{ DOB: '2012-04-01' }], AD1: [{ DOB: '2012-01-04' }] }],
});
