import { longestValue } from '../intake/problem.ts';
import type { ReturnRow } from '../ssda903/return-row.ts';
import { readDatasetCsv, type DatasetCsvFile } from './dataset-csv.ts';

/** Whose rows are, where they name only what they belong to; and what another table says of them. */
export type Owners = {
  readonly of: (row: ReturnRow) => string | undefined;
  readonly whole: (row: ReturnRow) => ReturnRow;
};

/** Tables whose rows name no person: the column that names what they belong to, and the table that knows whose that is. */
const through: Readonly<Record<string, { readonly column: string; readonly table: string; readonly id: string }>> = {
  ssd_assessment_factors: { column: 'cinf_assessment_id', table: 'ssd_cin_assessments', id: 'cina_assessment_id' },
  ssd_cla_reviews: { column: 'clar_cla_id', table: 'ssd_cla_episodes', id: 'clae_cla_id' },
};
const staff = { table: 'ssd_professionals', id: 'prof_professional_id', said: 'prof_social_worker_registration_no' } as const;

const personIn = ({ values }: ReturnRow): string | undefined => {
  const column = Object.keys(values).find((name) => /^[a-z0-9]+_person_id$/.test(name));
  const child = column === undefined ? undefined : values[column];
  return child === undefined || child.length > longestValue ? undefined : child;
};

/** Reads the tables that know of others whose they are, before anything else. */
export async function ownersIn(files: readonly DatasetCsvFile[]): Promise<Owners> {
  const [people, registrations] = [new Map<string, string>(), new Map<string, string>()];
  const ids = new Map(Object.values(through).map(({ table, id }) => [table, id]));
  for (const file of files.filter(({ table }) => ids.has(table) || table === staff.table))
    for await (const event of readDatasetCsv(file)) {
      if (event.kind !== 'row') continue;
      const { values } = event.row;
      const [id, person] = [values[ids.get(file.table) ?? staff.id], personIn(event.row)];
      if (file.table === staff.table && values[staff.said] !== undefined) registrations.set(id ?? '', values[staff.said] ?? '');
      else if (id !== undefined && person !== undefined) people.set(`${file.table} ${id}`, person);
    }
  return {
    of(row) {
      const way = through[row.table];
      return personIn(row) ?? (way === undefined ? undefined : people.get(`${way.table} ${row.values[way.column] ?? ''}`));
    },
    whole(row) {
      const registration = row.table === 'ssd_involvements' ? registrations.get(row.values['invo_professional_id'] ?? '') : undefined;
      return registration === undefined ? row : { ...row, values: { ...row.values, [staff.said]: registration } };
    },
  };
}
