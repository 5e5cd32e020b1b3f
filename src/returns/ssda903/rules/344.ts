import { isGiven, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { careLeaverFields } from '../fields.ts';
import { rule } from '../looked-after-return.ts';

/** 0 says that nothing is told. */
export default rule({
  code: '344',
  message:
    'The record shows the young person has died or returned home to live with parent(s) or someone with parental responsibility for a continuous period of 6 months or more, but activity and/or accommodation on leaving care have been completed.',
  years: since('2022-23'),
  fields: { OC3: careLeaverFields },
  wrong: ({ OC3 }) =>
    OC3.filter(
      ({ IN_TOUCH, ACTIV, ACCOM }) => oneOf(IN_TOUCH, ['DIED', 'RHOM']) && [ACTIV, ACCOM].some((told) => isGiven(told) && told !== '0'),
    ),
  passes: [{ OC3: [{ IN_TOUCH: 'DIED', ACTIV: '0', ACCOM: '0' }, { IN_TOUCH: 'RHOM' }, { IN_TOUCH: 'YES', ACTIV: 'F1' }] }],
  fails: [{ OC3: [{ IN_TOUCH: 'DIED', ACTIV: 'F1' }] }, { OC3: [{ IN_TOUCH: 'RHOM', ACCOM: 'B1' }] }],
});
