import { since } from '../../rule/years.ts';
import { careLeaverFields } from '../fields.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '345',
  message:
    'The data collection record shows the local authority is in touch with this young person, but activity and/or accommodation data items are zero.',
  years: since('2022-23'),
  fields: { OC3: careLeaverFields },
  wrong: ({ OC3 }) => OC3.filter(({ IN_TOUCH, ACTIV, ACCOM }) => IN_TOUCH?.toUpperCase() === 'YES' && (ACTIV === '0' || ACCOM === '0')),
  passes: [
    {
      OC3: [
        { IN_TOUCH: 'YES', ACTIV: 'F1', ACCOM: 'B1' },
        { IN_TOUCH: 'NO', ACTIV: '0' },
      ],
    },
  ],
  fails: [{ OC3: [{ IN_TOUCH: 'YES', ACTIV: '0', ACCOM: 'B1' }] }, { OC3: [{ IN_TOUCH: 'Yes', ACTIV: 'F1', ACCOM: '0' }] }],
});
