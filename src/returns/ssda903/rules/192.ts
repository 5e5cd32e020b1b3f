import { isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '192',
  message:
    'Child has been identified as having a substance misuse problem but the additional item on whether an intervention was received has been left blank.',
  years: since('2022-23'),
  fields: { OC2: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED'] },
  wrong: ({ OC2 }) =>
    OC2.filter(({ SUBSTANCE_MISUSE, INTERVENTION_RECEIVED }) => SUBSTANCE_MISUSE === '1' && isMissing(INTERVENTION_RECEIVED)),
  passes: [{ OC2: [{ SUBSTANCE_MISUSE: '1', INTERVENTION_RECEIVED: '0' }, { SUBSTANCE_MISUSE: '0' }] }],
  fails: [{ OC2: [{ SUBSTANCE_MISUSE: '1' }] }],
});
