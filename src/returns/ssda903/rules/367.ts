import { daysBetween } from '../../../kernel/calendar/dates.ts';
import { isBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { type Episode } from '../episodes.ts';
import { rule, type LookedAfterReturn } from '../looked-after-return.ts';

/** The 12 months that a return can be asked about are its year. */
function daysWithin(episode: Episode, { start, end }: LookedAfterReturn): number {
  const { DECOM: began } = episode;
  const ended = isBlank(episode, 'DEC') ? end : episode.DEC;
  if (began === undefined || ended === undefined) return 0;
  return Math.max(0, daysBetween(began > start ? began : start, ended < end ? ended : end));
}

export default rule({
  code: '367',
  message: 'The maximum amount of respite care allowable is 75 days in any 12-month period.',
  years: since('2022-23'),
  fields: { Episodes: ['LS', 'DECOM', 'DEC'] },
  wrong: ({ Episodes }, year) => {
    const breaks = Episodes.filter((episode) => episode.LS === 'V3' && daysWithin(episode, year) > 0);
    return breaks.reduce((sum, episode) => sum + daysWithin(episode, year), 0) > 75 ? [breaks] : [];
  },
  passes: [
    { Episodes: [{ LS: 'V3', DECOM: '2022-01-01', DEC: '2022-06-01' }] },
    { Episodes: [{ LS: 'V3', DECOM: '2022-06-01', DEC: '2022-08-15' }] },
  ],
  fails: [
    {
      Episodes: [
        { LS: 'V3', DECOM: '2022-06-01', DEC: '2022-07-01' },
        { LS: 'V3', DECOM: '2022-08-01', DEC: '2022-09-20' },
      ],
    },
    { Episodes: [{ LS: 'V3', DECOM: '2022-06-01' }] },
  ],
});
