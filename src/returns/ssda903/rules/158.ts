import { isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '158',
  message:
    'If a child has been recorded as receiving an intervention for their substance misuse problem, then the additional item on whether an intervention was offered should be left blank.',
  years: since('2022-23'),
  fields: { OC2: ['INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'] },
  wrong: ({ OC2 }) =>
    OC2.filter(({ INTERVENTION_RECEIVED, INTERVENTION_OFFERED }) => INTERVENTION_RECEIVED === '1' && isGiven(INTERVENTION_OFFERED)),
  passes: [{ OC2: [{ INTERVENTION_RECEIVED: '1' }, { INTERVENTION_RECEIVED: '0', INTERVENTION_OFFERED: '1' }] }],
  fails: [{ OC2: [{ INTERVENTION_RECEIVED: '1', INTERVENTION_OFFERED: '0' }] }],
});
