import { isAnyBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { latest, isLookedAfterAllYear } from '../episodes.ts';
import { healthFields } from '../fields.ts';
import { rule } from '../looked-after-return.ts';

/** Of a child who has no row in OC2 at all, the last episode is shown. */
export default rule({
  code: '191',
  message:
    'Child has been looked after continuously for at least 12 months at 31 March but one or more data items relating to children looked after for 12 months have been left blank.',
  years: since('2022-23'),
  needs: ['Episodes', 'OC2'],
  fields: { OC2: healthFields, Episodes: ['CHILD'] },
  wrong: (child, year) => {
    if (!isLookedAfterAllYear(child, year)) return [];
    const last = latest(child.Episodes);
    if (child.OC2.length === 0) return last === undefined ? [] : [last];
    return child.OC2.filter((row) => isAnyBlank(row, healthFields));
  },
  passes: [
    { Episodes: [{ DECOM: '2020-01-01' }], OC2: [{ IMMUNISATIONS: '1', TEETH_CHECK: '1', HEALTH_ASSESSMENT: '1', SUBSTANCE_MISUSE: '0' }] },
    { Episodes: [{ RNE: 'S', DECOM: '2022-06-01' }], OC2: [] },
  ],
  fails: [
    { Episodes: [{ DECOM: '2020-01-01' }], OC2: [{ IMMUNISATIONS: '1' }] },
    { Episodes: [{ DECOM: '2020-01-01' }], OC2: [] },
  ],
});
