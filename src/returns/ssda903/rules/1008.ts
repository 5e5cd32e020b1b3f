import { isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '1008',
  message: 'Ofsted Unique Reference Number (URN) is not valid.',
  years: since('2022-23'),
  needs: ['providers'],
  fields: { Episodes: ['URN'] },
  wrong: ({ Episodes }, { providers }) => Episodes.filter(({ URN }) => isGiven(URN) && URN !== codes.noUrn && !providers.has(URN)),
  passes: [{ Episodes: [{ URN: '1' }, { URN: 'XXXXXXX' }, {}], metadata: { provider_info: [{ URN: '1' }] } }],
  fails: [{ Episodes: [{ URN: '2' }], metadata: { provider_info: [{ URN: '1' }] } }],
});
