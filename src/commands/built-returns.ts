import { derivation } from '../practice/pathway.ts';
import { toldOfEverybody, type Asking } from '../record/returns.ts';
import { censusOfAll, censusSteps } from '../returns/cin-census/build/census-return.ts';
import { whichCollection } from '../returns/rule/period.ts';
import type { CollectionYear } from '../returns/rule/years.ts';
import { lookedAfterSteps, returnSetOf, type ReturnFile } from '../returns/ssda903/build/return-set.ts';

type Known = string | undefined;

/** The children in need census of a year in pieces, from what stands of everybody. */
export function censusFor(asking: Asking, year: CollectionYear, knownAt: Known): AsyncGenerator<string> {
  const { authority } = 'owner' in asking ? asking : asking.session;
  const told = toldOfEverybody(asking, { derivation, steps: censusSteps, question: { return: 'cin', year }, knownAt });
  return censusOfAll({ ...whichCollection(year), authority, knownAt }, told);
}

/** The children looked after return of a year as its files. */
export function lookedAfterFor(asking: Asking, year: CollectionYear, knownAt: Known): Promise<readonly ReturnFile[]> {
  const told = toldOfEverybody(asking, { derivation, steps: lookedAfterSteps, question: { return: 'ssda903', year }, knownAt });
  return returnSetOf(whichCollection(year).period, told);
}
