import { isAnyGiven, isBlank } from '../rule/compare.ts';
import type { ReturnChild } from './looked-after-return.ts';

type Decision = ReturnChild['PlacedAdoption'][number] | ReturnChild['PlacedAdoption_last'][number];
const ceased = ['DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'] as const;

/** The child should no longer be placed for adoption: a date or a reason says so. */
export const hasCeasedToBePlan = (decision: Decision): boolean => isAnyGiven(decision, ceased);

/** No day of the decision; or it is half ended, with a reason and no day, or a day and no reason. */
const isNoDecision = (decision: Decision): boolean =>
  isBlank(decision, 'DATE_PLACED') || isBlank(decision, 'DATE_PLACED_CEASED') !== isBlank(decision, 'REASON_PLACED_CEASED');

/** Under such an order in an episode that is still open, without a decision that the child should be placed for adoption. */
export const withoutDecision =
  (order: string) =>
  ({ Episodes, PlacedAdoption }: ReturnChild) => {
    const ordered = Episodes.filter((episode) => episode.LS === order && isBlank(episode, 'DEC'));
    if (ordered.length === 0) return [];
    return PlacedAdoption.length === 0 ? ordered : PlacedAdoption.filter(isNoDecision);
  };
