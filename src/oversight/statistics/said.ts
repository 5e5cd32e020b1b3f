import { countsWithoutSmall, fewest, isSmall } from './small-numbers.ts';

export type Count = { readonly n: number; readonly among: number };

export const number = (n: number): string => n.toLocaleString('en-GB');

/** Whole, and never 100 or 0 of what is not all or none. */
export function inHundred(n: number, among: number): string {
  const share = (100 * n) / among;
  if (n > 0 && share < 1) return 'under 1 %';
  if (n < among && share > 99) return 'over 99 %';
  return `${Math.round(share)} %`;
}

/** "6 of 220"; of children no number, and none missing from all, by which one could be known. */
export function countSaid({ n, among }: Count, ofChildren: boolean): string {
  if (ofChildren && isSmall(among)) return `Of fewer than ${fewest} in all`;
  if (ofChildren && isSmall(n)) return `Fewer than ${fewest} of ${number(among)}`;
  if (ofChildren && isSmall(among - n)) return `All but fewer than ${fewest} of ${number(among)}`;
  return `${number(n)} of ${number(among)}`;
}

/** How many are in each part of a whole: of a few nothing is said, nor what would give them away. */
export const countsSaid = (counts: readonly number[]): readonly string[] =>
  countsWithoutSmall(counts).map((n) => (n === undefined ? 'not shown' : String(n)));

/** The same in 100. */
export function shareSaid({ n, among }: Count, ofChildren: boolean): string {
  if (ofChildren && isSmall(among)) return 'not said';
  if (ofChildren && isSmall(n)) return `under ${Math.ceil((100 * fewest) / among)} %`;
  if (ofChildren && isSmall(among - n)) return `over ${Math.floor(100 - (100 * fewest) / among)} %`;
  return inHundred(n, among);
}
