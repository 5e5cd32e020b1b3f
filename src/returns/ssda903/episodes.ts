import { daysBetween, type LocalDate } from '../../kernel/calendar/dates.ts';
import { after, inOrder, isBlank, isGiven, isMissing, onOrAfter, onOrBefore, oneOf, sameDay } from '../rule/compare.ts';
import type { LookedAfterReturn, ReturnChild } from './looked-after-return.ts';
import { codes } from './codes.ts';

export type Episode = ReturnChild['Episodes'][number] | ReturnChild['Episodes_last'][number];
type Year = { readonly start: LocalDate; readonly end: LocalDate };

/** In the order in which they began; one of which that is not known has no place in it. */
export const inTime = <E extends Episode>(episodes: readonly E[]): readonly E[] =>
  inOrder(
    episodes.filter(({ DECOM }) => isGiven(DECOM)),
    'DECOM',
  );
export const earliest = <E extends Episode>(episodes: readonly E[]): E | undefined => inTime(episodes)[0];
export const latest = <E extends Episode>(episodes: readonly E[]): E | undefined => inTime(episodes).at(-1);

export const isShortBreak = ({ LS }: Episode): boolean => oneOf(LS, codes.shortBreaks);
export const isTemporary = ({ PLACE }: Episode): boolean => oneOf(PLACE, codes.temporaryPlacements);
/** The child left care by adoption. */
export const isAdoption = ({ REC }: Episode): boolean => oneOf(REC, codes.adopted);
/** The child ceased to be looked after with this episode: no other follows it. */
export const endsCare = ({ REC }: Episode): boolean => isGiven(REC) && REC !== codes.anotherFollows;

/** Some day of the episode is in the year. */
export const isInYear = ({ DECOM, DEC }: Episode, { start, end }: Year): boolean =>
  onOrBefore(DECOM, end) && (isMissing(DEC) || onOrAfter(DEC, start));

/**
 * Looked after continuously for at least 12 months at 31 March, short breaks aside: care had begun by the start of the year, no period of
 * care started within it, and none ended. An episode of which the start is not known is taken to have started before.
 */
export function isLookedAfterAllYear({ Episodes }: ReturnChild, { start, end }: LookedAfterReturn): boolean {
  const care = Episodes.filter(
    (episode) => !isShortBreak(episode) && !after(episode.DECOM, end) && (isMissing(episode.DEC) || onOrAfter(episode.DEC, start)),
  );
  const hadBegun = care.some(({ DECOM }) => !after(DECOM, start));
  const starts = care.some(({ RNE, DECOM }) => RNE === 'S' && after(DECOM, start));
  const ends = care.some((episode) => endsCare(episode) && onOrBefore(episode.DEC, end));
  return hadBegun && !starts && !ends;
}

/** The episode lasted longer than so many days; one that is still open is counted until a day, if that is given. */
export function lastedOver(days: number, episode: Episode, openUntil?: LocalDate): boolean {
  const ended = isBlank(episode, 'DEC') ? openUntil : episode.DEC;
  return isGiven(episode.DECOM) && isGiven(ended) && daysBetween(episode.DECOM, ended) > days;
}

/** Episodes in such a placement that lasted longer than so many days: asked when they have ended. */
export const placementLastedOver =
  (days: number, place: string) =>
  ({ Episodes }: ReturnChild) =>
    Episodes.filter((episode) => episode.PLACE === place && lastedOver(days, episode));

/** Episodes under one legal status, which together lasted longer than so many days: each began on the day on which the one before ended. */
export const statusLastedOver =
  (days: number, status: string) =>
  ({ Episodes }: ReturnChild, { end }: LookedAfterReturn) =>
    unbroken(Episodes.filter(({ LS }) => LS === status)).filter(([first, ...others]) =>
      lastedOver(days, { ...(others.at(-1) ?? first), DECOM: first.DECOM }, end),
    );

type Run = [ReturnChild['Episodes'][number], ...ReturnChild['Episodes'][number][]];

/** Runs of episodes of which each begins on the day on which the one before ended. */
export function unbroken(episodes: ReturnChild['Episodes'], goesOn: (episode: Episode) => boolean = () => true): readonly Run[] {
  const runs: Run[] = [];
  for (const episode of inTime(episodes)) {
    const run = runs.at(-1);
    const previous = run?.at(-1);
    if (run && previous && goesOn(previous) && sameDay(previous.DEC, episode.DECOM)) run.push(episode);
    else runs.push([episode]);
  }
  return runs;
}

/** Where the child is placed, as far as an episode tells. */
export const placementFields = ['PLACE', 'PL_POST', 'URN', 'PLACE_PROVIDER'] as const;
export const isSamePlacement = (one: Episode, other: Episode): boolean => placementFields.every((field) => one[field] === other[field]);
export const isSameStatus = (one: Episode, other: Episode): boolean => one.LS === other.LS;
