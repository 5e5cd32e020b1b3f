import { only, yearsIn } from '../../reading/collection-year.ts';
import type { CollectionYear } from '../rule/years.ts';
import { yearEnding } from '../validate/validate-census.ts';

/** The one year that the names of files say, if they do and there are rules of it. */
export function yearSaidBy(names: readonly string[]): CollectionYear | undefined {
  const ends = only(names.flatMap(yearsIn));
  return ends === undefined ? undefined : yearEnding(ends);
}
