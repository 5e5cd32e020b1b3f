import { after, isBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { providersOf } from '../providers.ts';

export default rule({
  code: '228',
  message:
    'Ofsted Unique reference number (URN) is not valid for the episode end date [NOTE: may give false positives on open episodes at providers who close during the year]',
  years: since('2022-23'),
  needs: ['providers'],
  fields: { Episodes: ['URN', 'DEC'] },
  wrong: ({ Episodes }, year) =>
    Episodes.filter((episode) => {
      const providers = providersOf(episode, year);
      const last = isBlank(episode, 'DEC') ? year.end : episode.DEC;
      return providers.length > 0 && providers.every(({ registrationEnded }) => after(last, registrationEnded));
    }),
  passes: [
    {
      Episodes: [{ URN: '1', DEC: '2022-12-25' }, { URN: '2' }],
      metadata: {
        provider_info: [
          { URN: '1', REG_END: '2022-12-25' },
          { URN: '2', REG_END: '2023-03-31' },
        ],
      },
    },
  ],
  fails: [
    { Episodes: [{ URN: '1', DEC: '2022-12-26' }], metadata: { provider_info: [{ URN: '1', REG_END: '2022-12-25' }] } },
    { Episodes: [{ URN: '1' }], metadata: { provider_info: [{ URN: '1', REG_END: '2022-12-25' }] } },
  ],
});
