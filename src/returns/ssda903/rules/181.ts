import { isGiven, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { twelveMonthFields } from '../fields.ts';
import { rule, at } from '../looked-after-return.ts';

export default rule({
  code: '181',
  message: 'Data items relating to children looked after continuously for 12 months should be completed with a 0 or 1.',
  years: since('2022-23'),
  fields: { OC2: twelveMonthFields },
  wrong: ({ OC2 }) =>
    OC2.flatMap((row) => {
      const invalid = twelveMonthFields.filter((field) => isGiven(row[field]) && !oneOf(row[field], ['0', '1']));
      return invalid.length > 0 ? [at(row, ...invalid)] : [];
    }),
  passes: [{ OC2: [{ CONVICTED: '0', TEETH_CHECK: '1' }, {}] }],
  fails: [{ OC2: [{ CONVICTED: '2' }] }],
});
