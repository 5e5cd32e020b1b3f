import { isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '159',
  message:
    'If a child has been recorded as not receiving an intervention for their substance misuse problem, then the additional item on whether an intervention was offered should be completed as well.',
  years: since('2022-23'),
  fields: { OC2: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'] },
  wrong: ({ OC2 }) =>
    OC2.filter(
      ({ SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED }) =>
        SUBSTANCE_MISUSE === '1' && INTERVENTION_RECEIVED === '0' && isMissing(INTERVENTION_OFFERED),
    ),
  passes: [
    {
      OC2: [
        { SUBSTANCE_MISUSE: '1', INTERVENTION_RECEIVED: '0', INTERVENTION_OFFERED: '0' },
        { SUBSTANCE_MISUSE: '1', INTERVENTION_RECEIVED: '1' },
      ],
    },
  ],
  fails: [{ OC2: [{ SUBSTANCE_MISUSE: '1', INTERVENTION_RECEIVED: '0' }] }],
});
