import { isAnyGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { careLeaverFields, adoptionFields } from '../fields.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '134',
  message: 'Data on adoption should not be entered for the OC3 cohort.',
  years: since('2022-23'),
  needs: ['OC3'],
  fields: { AD1: adoptionFields },
  wrong: ({ OC3, AD1 }) =>
    OC3.some((leaver) => isAnyGiven(leaver, careLeaverFields)) ? AD1.filter((adoption) => isAnyGiven(adoption, adoptionFields)) : [],
  passes: [
    { OC3: [{ IN_TOUCH: 'YES' }], AD1: [{}] },
    { OC3: [{}], AD1: [{ FOSTER_CARE: '0' }] },
  ],
  fails: [{ OC3: [{ IN_TOUCH: 'YES' }], AD1: [{ FOSTER_CARE: '0' }] }],
});
