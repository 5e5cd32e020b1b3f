import { isAnyBlank, isAnyGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { careLeaverFields } from '../fields.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '153',
  message: "All data items relating to a child's activity or accommodation after leaving care must be coded or left blank.",
  years: since('2022-23'),
  fields: { OC3: careLeaverFields },
  wrong: ({ OC3 }) => OC3.filter((leaver) => isAnyGiven(leaver, careLeaverFields) && isAnyBlank(leaver, careLeaverFields)),
  passes: [{ OC3: [{}, { IN_TOUCH: 'YES', ACTIV: 'F1', ACCOM: 'B1' }] }],
  fails: [{ OC3: [{ IN_TOUCH: 'YES', ACTIV: 'F1' }] }],
});
