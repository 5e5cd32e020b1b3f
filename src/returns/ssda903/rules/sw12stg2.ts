import { isBlank, isMissing, onOrAfter } from '../../rule/compare.ts';
import { between, since } from '../../rule/years.ts';
import { isShortBreak, type Episode } from '../episodes.ts';
import { rule, type LookedAfterReturn, type ReturnChild } from '../looked-after-return.ts';
import { socialWorkersFrom } from '../social-workers.ts';

/** A social worker of the time from the start of the episode on. Short breaks are not asked. */
const withoutSocialWorker =
  (isAsked: (episode: Episode, year: LookedAfterReturn) => boolean) =>
  ({ SWEpisodes, Episodes }: ReturnChild, year: LookedAfterReturn) =>
    Episodes.filter(
      (episode) =>
        !isShortBreak(episode) &&
        (isBlank(episode, 'DEC') || isAsked(episode, year)) &&
        !SWEpisodes.some(({ SW_DECOM }) => onOrAfter(SW_DECOM, episode.DECOM)),
    );

const asked = {
  code: 'SW12STG2',
  message:
    'If a child is looked after on 31 March then all social worker episodes for the full previous year should be reported, even those whilst they were not looked after',
  needs: ['SWEpisodes'],
  fields: { Episodes: ['DECOM'] },
  passes: [{ Episodes: [{ DECOM: '2023-06-01', LS: 'C2' }], SWEpisodes: [{ SW_DECOM: '2023-06-01' }] }],
  fails: [{ Episodes: [{ DECOM: '2023-06-01', LS: 'C2' }], SWEpisodes: [] }],
} as const;

export default [
  rule({ ...asked, years: between('2023-24', '2023-24'), wrong: withoutSocialWorker(() => false) }),
  // Also of an episode that ended in the two years, without a reason why.
  rule({
    ...asked,
    years: since('2024-25'),
    wrong: withoutSocialWorker(({ DEC, REC }, year) => isMissing(REC) && onOrAfter(DEC, socialWorkersFrom(year))),
  }),
];
