import { oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '103',
  message: 'The ethnicity code is either not valid or has not been entered.',
  years: since('2022-23'),
  fields: { Header: ['ETHNIC'] },
  wrong: ({ Header }) => Header.filter(({ ETHNIC }) => !oneOf(ETHNIC, codes.ethnicities)),
  passes: [{ Header: [{ ETHNIC: 'WBRI' }] }],
  fails: [{ Header: [{}] }, { Header: [{ ETHNIC: 'White British' }] }],
});
