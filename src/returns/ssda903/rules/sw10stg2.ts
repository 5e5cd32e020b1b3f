import { daysBetween, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { consecutive, isGiven } from '../../rule/compare.ts';
import { between, since } from '../../rule/years.ts';
import { rule, type ReturnChild } from '../looked-after-return.ts';

/** Seven days of handing over are allowed. */
const tooEarly = (starts: LocalDate | undefined, ended: LocalDate | undefined): boolean =>
  isGiven(starts) && isGiven(ended) && daysBetween(starts, ended) > 7;

const started =
  (isExcused: (reason: string | undefined) => boolean) =>
  ({ SWEpisodes }: ReturnChild) =>
    consecutive(SWEpisodes, 'SW_DECOM')
      .filter(([previous, episode]) => tooEarly(episode.SW_DECOM, previous.SW_DEC) && !isExcused(episode.SW_REASON))
      .map(([, episode]) => episode);

const asked = {
  code: 'SW10STG2',
  message: 'A new social worker episode has started before the end date of the previous social worker episode.',
  fields: { SWEpisodes: ['SW_DECOM'] },
  fails: [{ SWEpisodes: [{ SW_DECOM: '2023-06-01', SW_DEC: '2023-06-20' }, { SW_DECOM: '2023-06-12' }] }],
} as const;

export default [
  rule({
    ...asked,
    years: between('2023-24', '2023-24'),
    wrong: started(() => false),
    passes: [{ SWEpisodes: [{ SW_DECOM: '2023-06-01', SW_DEC: '2023-06-20' }, { SW_DECOM: '2023-06-13' }] }],
  }),
  // First contact or re-referral.
  rule({
    ...asked,
    years: since('2024-25'),
    wrong: started((reason) => reason === 'FCONTA'),
    passes: [
      {
        SWEpisodes: [
          { SW_DECOM: '2023-06-01', SW_DEC: '2023-06-20' },
          { SW_DECOM: '2023-06-12', SW_REASON: 'FCONTA' },
        ],
      },
    ],
  }),
];
