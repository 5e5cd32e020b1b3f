import { since } from '../../rule/years.ts';
import { careLeaverFields } from '../fields.ts';
import { rule } from '../looked-after-return.ts';

/** E2: the child died. Whoever is in OC3 is a care leaver, as in the recorded examples of 1001 and 1002. */
export default rule({
  code: '1000',
  message:
    'This child is recorded as having died in care and therefore should not have the care leaver information completed. [NOTE: This only tests the current and previous year data loaded into the tool]',
  years: since('2022-23'),
  needs: ['Episodes'],
  fields: { OC3: careLeaverFields },
  wrong: ({ OC3, Episodes, Episodes_last }) => ([...Episodes, ...Episodes_last].some(({ REC }) => REC === 'E2') ? OC3 : []),
  passes: [
    { Episodes: [{ CHILD: '1', REC: 'E2' }], OC3: [{ CHILD: '2', IN_TOUCH: 'YES' }] },
    { Episodes: [{ REC: 'E5' }], OC3: [{ IN_TOUCH: 'YES' }] },
  ],
  fails: [
    { Episodes: [{ CHILD: '1', REC: 'E2' }], OC3: [{ CHILD: '1' }] },
    { Episodes: [{ REC: 'E2' }], OC3: [{ IN_TOUCH: 'DIED' }] },
    { Episodes: [], Episodes_last: [{ REC: 'E2' }], OC3: [{ ACCOM: '0' }] },
  ],
});
