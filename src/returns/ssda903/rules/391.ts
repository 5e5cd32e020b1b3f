import { isAnyGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isUnder } from '../ages.ts';
import { careLeaverFields } from '../fields.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '391',
  message: 'Young person was not 17, 18, 19, 20 or 21 during the current collection year.',
  years: since('2022-23'),
  fields: { OC3: ['DOB', ...careLeaverFields] },
  wrong: ({ OC3 }, { end }) => OC3.filter((leaver) => isUnder(leaver.DOB, 17, end) && isAnyGiven(leaver, careLeaverFields)),
  passes: [{ OC3: [{ DOB: '2006-03-31', IN_TOUCH: 'YES' }, { DOB: '2006-04-01' }] }],
  fails: [{ OC3: [{ DOB: '2006-04-01', IN_TOUCH: 'YES' }] }],
});
