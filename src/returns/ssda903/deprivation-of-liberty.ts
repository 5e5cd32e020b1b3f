import { everyPair, isBlank, isGiven, onOrAfter, onOrBefore } from '../rule/compare.ts';
import type { ReturnChild } from './looked-after-return.ts';

/** Orders of which both days are given, each with the episodes with which they have a day in common. */
export const duringDeprivationOfLiberty = ({ DoLo, Episodes }: ReturnChild) =>
  everyPair(DoLo, Episodes).filter(
    ([{ DOLO_START, DOLO_END }, episode]) =>
      isGiven(DOLO_START) && onOrAfter(DOLO_END, episode.DECOM) && (isBlank(episode, 'DEC') || onOrBefore(DOLO_START, episode.DEC)),
  );
