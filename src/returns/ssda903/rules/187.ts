import { isAnyGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isLookedAfterAllYear } from '../episodes.ts';
import { careLeaverFields, adoptionFields } from '../fields.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '187',
  message:
    'Child cannot be looked after continuously for 12 months at 31 March (OC2) and have any of adoption or care leavers returns completed.',
  years: since('2022-23'),
  needs: ['Episodes'],
  fields: { AD1: adoptionFields, OC3: careLeaverFields },
  wrong: (child, year) =>
    isLookedAfterAllYear(child, year)
      ? [
          ...child.AD1.filter((adoption) => isAnyGiven(adoption, adoptionFields)),
          ...child.OC3.filter((leaver) => isAnyGiven(leaver, careLeaverFields)),
        ]
      : [],
  passes: [
    { Episodes: [{ DECOM: '2020-01-01' }], OC3: [{}], AD1: [{}] },
    { Episodes: [{ DECOM: '2020-01-01', DEC: '2022-06-01', REC: 'E12' }], AD1: [{ FOSTER_CARE: '0' }] },
  ],
  fails: [
    { Episodes: [{ DECOM: '2020-01-01' }], OC3: [{ IN_TOUCH: 'YES' }] },
    { Episodes: [{ DECOM: '2020-01-01' }], AD1: [{ FOSTER_CARE: '0' }] },
  ],
});
