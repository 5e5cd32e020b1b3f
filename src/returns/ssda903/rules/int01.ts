import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: 'INT01',
  message: 'Data Integrity Check: Child in AD1 does not exist in Header.',
  years: since('2022-23'),
  needs: ['Header'],
  fields: { AD1: ['CHILD'] },
  wrong: ({ AD1, Header }) => (Header.length === 0 ? AD1 : []),
  passes: [{ Header: [{ CHILD: '101' }], AD1: [{ CHILD: '101' }] }],
  fails: [{ Header: [{ CHILD: '101' }], AD1: [{ CHILD: '102' }] }],
});
