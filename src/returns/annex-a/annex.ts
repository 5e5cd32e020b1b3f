import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { History } from '../../kernel/step/history.ts';
import { censusSteps } from '../cin-census/build/census-return.ts';
import { lookedAfterSteps } from '../ssda903/build/return-set.ts';
import { adopterRows, adopterSteps } from './adopter-rows.ts';
import { inCareRows } from './in-care-rows.ts';
import { inNeedRows } from './in-need-rows.ts';
import { knownOf, type Names } from './known-of.ts';
import { annexLists, type AnnexCell, type AnnexRow } from './lists.ts';

/** The steps that Annex A tells: nothing of any other is read for it. */
const toldBesides = [
  'contact',
  'familyHelp',
  'familyHelpPlan',
  'assessmentReport',
  'visit',
  'carePlan',
  'returnHomeInterview',
  'pathwayPlan',
  'personalAdviserNamed',
  'pathwayPlanReview',
  ...adopterSteps,
];
export const annexSteps: readonly string[] = [...new Set([...censusSteps, ...lookedAfterSteps, ...toldBesides])];

/** A list as it is written: its name, its columns, its rows, and whose each row is. */
export type AnnexList = {
  readonly name: string;
  readonly of: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly AnnexCell[])[];
  readonly people: readonly string[];
};

/** The rows of one child, or of the file of adopters, on a day. Pure. */
export function annexRows(history: History, on: LocalDate, names: Names): readonly AnnexRow[] {
  const known = knownOf(history, on, names);
  return [...inNeedRows(known), ...inCareRows(known), ...adopterRows(known)];
}

/** The lists of a day, children in the order in which they come. */
export async function annexOf(
  on: LocalDate,
  names: Names,
  told: AsyncIterable<{ readonly person: string; readonly history: History }>,
): Promise<readonly AnnexList[]> {
  type Row = { readonly person: string; readonly cells: AnnexRow['cells'] };
  const rows = new Map<string, Row[]>(annexLists.map(({ name }) => [name, []]));
  for await (const { person, history } of told)
    for (const { list, cells } of annexRows(history, on, names)) rows.get(list)?.push({ person, cells });
  return annexLists.map(({ name, of, heads }) => {
    const listed = rows.get(name) ?? [];
    return {
      name,
      of,
      heads,
      rows: listed.map(({ cells }) => heads.map((head) => cells[head])),
      people: listed.map(({ person }) => person),
    };
  });
}
