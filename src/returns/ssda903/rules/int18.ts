import { since } from '../../rule/years.ts';
import { differingFromHeader } from '../header.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: 'INT18',
  message: 'Internal Check: DOB in UASC is different to DOB in Header.',
  years: since('2022-23'),
  needs: ['Header'],
  fields: { UASC: ['DOB'] },
  wrong: (child) => differingFromHeader(child.UASC, child, 'DOB'),
  passes: [{ Header: [{ DOB: '2012-04-01' }], UASC: [{ DOB: '2012-04-01' }, {}] }],
  fails: [{ Header: [{ DOB: '2012-04-01' }], UASC: [{ DOB: '2012-01-04' }] }],
});
