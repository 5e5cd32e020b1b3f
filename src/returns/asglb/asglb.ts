import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { DayTable } from '../of-a-day.ts';
import { whichYear } from '../rule/period.ts';
import { datasetRows } from '../safeguarding-dataset/dataset.ts';
import type { About } from '../safeguarding-dataset/known.ts';
import type { DatasetRow } from '../safeguarding-dataset/row.ts';
import type { DatasetColumn } from '../../vocabulary/safeguarding-dataset.ts';

/*
 * What the Adoption and Special Guardianship Leadership Board is told of children. Its own specification was not at hand: the columns are those that the Standard Safeguarding
 * Dataset marks as asked for it, by the dataset's own words, after the child's number.
 */
export const asglbColumns: readonly (readonly [DatasetColumn<'ssd_permanence'>, string])[] = [
  ['perm_adm_decision_date', 'Date of ADM Decision'],
  ['perm_ffa_cp_decision_date', 'Date of FFA/ CP Decision'],
  ['perm_placement_order_date', 'Date of Placement/ Freeing Order'],
  ['perm_placed_for_adoption_date', 'Date Placed for Adoption'],
  ['perm_matched_date', 'Date Matched to Prospective Adopters'],
  ['perm_placed_ffa_cp_date', 'Date Placed in FFA/ CP Placement'],
  ['perm_decision_reversed_date', 'Date of Decision that Child Should No Longer be Placed for Adoption'],
  ['perm_placed_foster_carer_date', 'Date originally placed with foster carer(s) (if adopted by foster carer/s)'],
  ['perm_part_of_sibling_group', 'Is the child a part of a sibling group?'],
  [
    'perm_siblings_placed_together',
    'Number of children placed, or planned to be placed, for adoption together as sibling group INCLUDING this child',
  ],
  ['perm_siblings_placed_apart', 'Number of siblings placed, or planned to be placed, for adoption separately from the child'],
  ['perm_decision_reversed_reason', 'Reason No Longer Placed for Adoption'],
  ['perm_permanence_order_date', 'Date of Order'],
  ['perm_permanence_order_type', 'Type of Order'],
];

/** Of what was over before the year nothing is told: the order was made, or the decision ended, by then. */
const isOfTheYear = ({ cells }: DatasetRow, on: LocalDate): boolean => {
  const over = cells['perm_permanence_order_date'] ?? cells['perm_decision_reversed_date'];
  return over === undefined || String(over) >= whichYear(on).period.from;
};

export const asglbHeads = ['Child Unique ID', 'Family identifier', ...asglbColumns.map(([, head]) => head)];

/** The rows of one child, each column with the entries that say it. Pure. */
export function asglbSaid(about: About, on: LocalDate): readonly (readonly AsglbCell[])[] {
  const own = datasetRows(about, on);
  const family = own.find(({ table }) => table === 'ssd_family');
  const cell = (head: string, row: DatasetRow | undefined, column: string): AsglbCell => ({
    head,
    value: row?.cells[column],
    from: row?.from[column] ?? [],
  });
  return own
    .filter((row) => row.table === 'ssd_permanence' && isAsked(row) && isOfTheYear(row, on))
    .map((row) => [
      cell('Child Unique ID', row, 'perm_person_id'),
      cell('Family identifier', family, 'fami_family_id'),
      ...asglbColumns.map(([name, head]) => cell(head, row, name)),
    ]);
}
type AsglbCell = { readonly head: string; readonly value: string | number | undefined; readonly from: readonly string[] };

/** Adoption and special guardianship since 1 April, a row for each period of care that led there or is on its way. */
export async function asglbOf(on: LocalDate, told: AsyncIterable<About>): Promise<DayTable> {
  const rows: (readonly (string | number | undefined)[])[] = [];
  for await (const about of told) rows.push(...asglbSaid(about, on).map((row) => row.map(({ value }) => value)));
  return { name: 'asglb', heads: asglbHeads, rows };
}

/** Child arrangements alone are none of the Board's. */
const isAsked = ({ cells }: DatasetRow): boolean =>
  cells['perm_adm_decision_date'] !== undefined || /Adoption|Special/.test(String(cells['perm_permanence_order_type'] ?? ''));
