import { isAnyGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '193',
  message:
    'Child not identified as having a substance misuse problem but at least one of the two additional items on whether an intervention were offered and received have been completed.',
  years: since('2022-23'),
  fields: { OC2: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'] },
  wrong: ({ OC2 }) =>
    OC2.filter((row) => row.SUBSTANCE_MISUSE !== '1' && isAnyGiven(row, ['INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'])),
  passes: [{ OC2: [{ SUBSTANCE_MISUSE: '1', INTERVENTION_RECEIVED: '1' }, { SUBSTANCE_MISUSE: '0' }, {}] }],
  fails: [{ OC2: [{ SUBSTANCE_MISUSE: '0', INTERVENTION_RECEIVED: '0' }] }, { OC2: [{ INTERVENTION_OFFERED: '1' }] }],
});
