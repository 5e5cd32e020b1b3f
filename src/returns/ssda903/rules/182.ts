import { isAnyBlank, isAnyGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { twelveMonthFields, healthFields } from '../fields.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '182',
  message:
    'Data entries on immunisations, teeth checks, health assessments and substance misuse problem identified should be completed or all OC2 fields should be left blank.',
  years: since('2022-23'),
  fields: { OC2: twelveMonthFields },
  wrong: ({ OC2 }) => OC2.filter((row) => isAnyGiven(row, twelveMonthFields) && isAnyBlank(row, healthFields)),
  passes: [{ OC2: [{}, { IMMUNISATIONS: '1', TEETH_CHECK: '1', HEALTH_ASSESSMENT: '1', SUBSTANCE_MISUSE: '0' }] }],
  fails: [{ OC2: [{ CONVICTED: '1' }] }, { OC2: [{ IMMUNISATIONS: '1', TEETH_CHECK: '1', HEALTH_ASSESSMENT: '1' }] }],
});
