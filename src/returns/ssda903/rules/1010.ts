import { isBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { latest } from '../episodes.ts';
import { careLeaverFields } from '../fields.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '1010',
  message:
    'This child has no episodes loaded for current year even though there was an open episode of care at the end of the previous year, and care leaver data has been entered.',
  years: since('2022-23'),
  needs: ['Episodes', 'Episodes_last'],
  fields: { OC3: careLeaverFields },
  wrong: ({ OC3, Episodes, Episodes_last }) => {
    const last = latest(Episodes_last);
    return Episodes.length === 0 && last !== undefined && isBlank(last, 'DEC') ? OC3 : [];
  },
  passes: [
    {
      Episodes: [{ CHILD: '1' }],
      Episodes_last: [
        { CHILD: '1', DECOM: '2021-01-01' },
        { CHILD: '2', DECOM: '2021-01-01', DEC: '2021-02-01' },
      ],
      OC3: [{ CHILD: '1' }, { CHILD: '2' }],
    },
  ],
  fails: [{ Episodes: [{ CHILD: '1' }], Episodes_last: [{ CHILD: '2', DECOM: '2021-01-01' }], OC3: [{ CHILD: '2' }] }],
});
