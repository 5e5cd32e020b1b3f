import { isAnyGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { careLeaverFields } from '../fields.ts';
import { rule } from '../looked-after-return.ts';

/** E2: the child died. */
export default rule({
  code: '1000',
  message:
    'This child is recorded as having died in care and therefore should not have the care leaver information completed. [NOTE: This only tests the current and previous year data loaded into the tool]',
  years: since('2022-23'),
  needs: ['Episodes'],
  fields: { OC3: careLeaverFields },
  wrong: ({ OC3, Episodes, Episodes_last }) =>
    [...Episodes, ...Episodes_last].some(({ REC }) => REC === 'E2') ? OC3.filter((leaver) => isAnyGiven(leaver, careLeaverFields)) : [],
  passes: [
    { Episodes: [{ REC: 'E2' }], OC3: [{}] },
    { Episodes: [{ REC: 'E5' }], OC3: [{ IN_TOUCH: 'YES' }] },
  ],
  fails: [
    { Episodes: [{ REC: 'E2' }], OC3: [{ IN_TOUCH: 'DIED' }] },
    { Episodes: [], Episodes_last: [{ REC: 'E2' }], OC3: [{ ACCOM: '0' }] },
  ],
});
