import { isAnyGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { latest } from '../episodes.ts';
import { careLeaverFields } from '../fields.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '1011',
  message:
    'This child is recorded as having his/her care transferred to another local authority for the final episode and therefore should not have the care leaver information completed.',
  years: since('2022-23'),
  needs: ['Episodes'],
  fields: { OC3: careLeaverFields },
  wrong: ({ OC3, Episodes }) => (latest(Episodes)?.REC === 'E3' ? OC3.filter((leaver) => isAnyGiven(leaver, careLeaverFields)) : []),
  passes: [
    {
      Episodes: [
        { DECOM: '2020-06-01', REC: 'E3' },
        { DECOM: '2020-06-05', REC: 'E5' },
      ],
      OC3: [{ IN_TOUCH: 'YES' }],
    },
  ],
  fails: [
    {
      Episodes: [
        { DECOM: '2020-06-05', REC: 'E3' },
        { DECOM: '2020-06-01', REC: 'E5' },
      ],
      OC3: [{ IN_TOUCH: 'YES' }],
    },
  ],
});
