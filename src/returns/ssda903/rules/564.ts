import { isMissing, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '564',
  message: 'Child was missing or away from placement without authorisation and the date started is blank.',
  years: since('2022-23'),
  fields: { Missing: ['MISSING', 'MIS_START'] },
  wrong: ({ Missing }) => Missing.filter(({ MISSING, MIS_START }) => oneOf(MISSING, ['M', 'A']) && isMissing(MIS_START)),
  passes: [{ Missing: [{ MISSING: 'A', MIS_START: '2022-06-22' }, {}] }],
  fails: [{ Missing: [{ MISSING: 'M' }] }],
});
