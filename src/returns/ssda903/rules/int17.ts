import { since } from '../../rule/years.ts';
import { differingFromHeader } from '../header.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: 'INT17',
  message: 'Internal Check: DOB in Reviews is different to DOB in Header.',
  years: since('2022-23'),
  needs: ['Header'],
  fields: { Reviews: ['DOB'] },
  wrong: (child) => differingFromHeader(child.Reviews, child, 'DOB'),
  passes: [{ Header: [{ DOB: '2012-04-01' }], Reviews: [{ DOB: '2012-04-01' }, {}] }],
  fails: [{ Header: [{ DOB: '2012-04-01' }], Reviews: [{ DOB: '2012-01-04' }] }],
});
