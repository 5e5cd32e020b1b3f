import { before } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { earliest } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '302',
  message: 'First episode starts before child was born.',
  years: since('2022-23'),
  needs: ['Episodes', 'Header'],
  fields: { Episodes: ['DECOM'], Header: ['DOB'] },
  wrong: ({ Episodes, Header }) => {
    const first = earliest(Episodes);
    return first === undefined ? [] : Header.filter(({ DOB }) => before(first.DECOM, DOB)).map((header) => [first, header]);
  },
  passes: [{ Header: [{ DOB: '2022-06-01' }], Episodes: [{ DECOM: '2022-06-01' }] }],
  fails: [{ Header: [{ DOB: '2022-06-01' }], Episodes: [{ DECOM: '2022-05-31' }] }],
});
