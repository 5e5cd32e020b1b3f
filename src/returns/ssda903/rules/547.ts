import { isAnyBlank, isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { healthFields } from '../fields.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '547',
  message:
    'Any child who has health promotion information completed must also have immunisation, teeth check, health assessment and substance misuse problem identified fields completed.',
  years: since('2022-23'),
  fields: { OC2: ['HEALTH_CHECK', ...healthFields] },
  wrong: ({ OC2 }) => OC2.filter((row) => isGiven(row.HEALTH_CHECK) && isAnyBlank(row, healthFields)),
  passes: [{ OC2: [{ HEALTH_CHECK: '1', IMMUNISATIONS: '1', TEETH_CHECK: '1', HEALTH_ASSESSMENT: '1', SUBSTANCE_MISUSE: '0' }, {}] }],
  fails: [{ OC2: [{ HEALTH_CHECK: '1', IMMUNISATIONS: '1', TEETH_CHECK: '1', SUBSTANCE_MISUSE: '0' }] }],
});
