import type { AsKnown } from '../../said-dates.ts';
import type { BoardQuery } from './board.ts';

/** The board's address with one choice changed; what is not chosen is left out. */
export function addressOf(path: string, query: BoardQuery, known: Pick<AsKnown, 'day'>, change: Partial<BoardQuery> = {}): string {
  const chosen = Object.entries({ ...query, known: known.day, ...change }).filter(
    ([name, value]) => value !== '' && !(name === 'who' && value === 'plans'),
  );
  return chosen.length === 0 ? path : `${path}?${new URLSearchParams(chosen)}`;
}

/** From a past board to the child as known at the same instant. */
export const knownAt = ({ instant, day }: AsKnown): URLSearchParams => new URLSearchParams(instant === undefined ? {} : { known: day });
