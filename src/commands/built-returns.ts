import type { LocalDate } from '../kernel/calendar/dates.ts';
import { annexOf, annexSteps, type AnnexList } from '../returns/annex-a/annex.ts';
import type { Names } from '../returns/annex-a/known-of.ts';
import { derivation } from '../practice/pathway.ts';
import { registrationsOf, toldOfEverybody, type Asking } from '../record/returns.ts';
import { staffForReturns } from '../record/safeguarding-dataset.ts';
import { censusOfAll, censusSteps } from '../returns/cin-census/build/census-return.ts';
import type { DayTable } from '../returns/of-a-day.ts';
import { whichCollection } from '../returns/rule/period.ts';
import type { CollectionYear } from '../returns/rule/years.ts';
import { datasetSteps } from '../returns/safeguarding-dataset/dataset.ts';
import { datasetOf } from '../returns/safeguarding-dataset/written.ts';
import { lookedAfterSteps, returnSetOf, type ReturnFile, type WhichReturn } from '../returns/ssda903/build/return-set.ts';
import { returnInXml } from '../returns/ssda903/build/write-xml.ts';
import { toldWithRestrictions } from './told-with-restrictions.ts';

type Known = string | undefined;

/** The children in need census of a year in pieces, from what stands of everybody. */
export function censusFor(asking: Asking, year: CollectionYear, knownAt: Known): AsyncGenerator<string> {
  const { authority } = 'owner' in asking ? asking : asking.session;
  const told = toldOfEverybody(asking, { derivation, steps: censusSteps, question: { return: 'cin', year }, knownAt });
  return censusOfAll({ ...whichCollection(year), authority, knownAt }, told);
}

const lookedAfter = (asking: Asking, year: CollectionYear, knownAt: Known) =>
  toldOfEverybody(asking, { derivation, steps: lookedAfterSteps, question: { return: 'ssda903', year }, knownAt });
const whichReturn = async (asking: Asking, year: CollectionYear): Promise<WhichReturn> => ({
  period: whichCollection(year).period,
  registrations: await registrationsOf(asking),
});

/** The children looked after return of a year as its files. */
export const lookedAfterFor = async (asking: Asking, year: CollectionYear, knownAt: Known): Promise<readonly ReturnFile[]> =>
  returnSetOf(await whichReturn(asking, year), lookedAfter(asking, year, knownAt));

/** The same as one XML file, in pieces. */
export async function* lookedAfterXmlFor(asking: Asking, year: CollectionYear, knownAt: Known): AsyncGenerator<string> {
  yield* returnInXml(await whichReturn(asking, year), lookedAfter(asking, year, knownAt));
}

/** Ofsted's child-level lists of a day (Annex A), as known now or at an instant. */
export const annexFor = (asking: Asking, on: LocalDate, names: Names, knownAt?: string): Promise<readonly AnnexList[]> =>
  annexOf(on, names, toldOfEverybody(asking, { derivation, steps: annexSteps, question: { return: 'annexA', on }, knownAt }));

/** The Standard Safeguarding Dataset of a day, all of its tables. Of whose record is restricted, without names and addresses. */
export async function datasetFor(asking: Asking, on: LocalDate, knownAt: Known): Promise<readonly DayTable[]> {
  const staff = await staffForReturns(asking);
  return datasetOf(on, staff, toldWithRestrictions(asking, { of: 'safeguardingDataset', steps: datasetSteps, on, knownAt }));
}
