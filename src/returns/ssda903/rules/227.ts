import { onOrAfter } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { providersOf } from '../providers.ts';

export default rule({
  code: '227',
  message: 'Ofsted Unique reference number (URN) is not valid for the episode start date.',
  years: since('2022-23'),
  needs: ['providers'],
  fields: { Episodes: ['URN', 'DECOM'] },
  wrong: ({ Episodes }, year) =>
    Episodes.filter((episode) => {
      const providers = providersOf(episode, year);
      return providers.length > 0 && providers.every(({ registrationEnded }) => onOrAfter(episode.DECOM, registrationEnded));
    }),
  passes: [
    {
      Episodes: [
        { URN: '1', DECOM: '2015-12-24' },
        { URN: '2', DECOM: '2016-01-01' },
      ],
      metadata: { provider_info: [{ URN: '1', REG_END: '2015-12-25' }, { URN: '2' }] },
    },
  ],
  fails: [{ Episodes: [{ URN: '1', DECOM: '2015-12-25' }], metadata: { provider_info: [{ URN: '1', REG_END: '2015-12-25' }] } }],
});
