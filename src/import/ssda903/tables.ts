import { columnNamed } from '../../reading/looked-after-files.ts';

/*
 * The tables of the SSDA903 return and their columns, from SSDA903_schema_2017.yml and its yearly differences to 2026 as kept in
 * liia-tools-pipeline (liiatools/ssda903_pipeline/spec, MIT licence); 2027 adds the deprivation of liberty orders.
 */

/** What may stand in a column. Codes are the step's own matter. */
export type Column = 'word' | 'date' | 'part of a date' | 'code' | 'number';

export type ReturnTable = {
  readonly name: string;
  /** The first return year that has it. */
  readonly since: number;
  readonly columns: Readonly<Record<string, Column>>;
  /** Columns that only this table has: any of them says which table it is. */
  readonly own: readonly string[];
  /** Without these a row says nothing that could be taken. */
  readonly needs: readonly string[];
  /** The columns by which one row of a child is told from the next; none: one row for a child in each return. */
  readonly identity: readonly string[];
};

const child = { CHILD: 'word', DOB: 'date' } as const;

export const tables: readonly ReturnTable[] = [
  {
    name: 'header',
    since: 2017,
    columns: { CHILD: 'word', SEX: 'code', DOB: 'date', ETHNIC: 'code', UPN: 'word', MOTHER: 'code', MC_DOB: 'date' },
    own: ['ETHNIC', 'UPN', 'MOTHER', 'MC_DOB'],
    needs: ['CHILD'],
    identity: [],
  },
  {
    name: 'episodes',
    since: 2017,
    columns: {
      CHILD: 'word',
      DECOM: 'date',
      RNE: 'code',
      LS: 'code',
      CIN: 'code',
      PLACE: 'code',
      PLACE_PROVIDER: 'code',
      DEC: 'date',
      REC: 'code',
      REASON_PLACE_CHANGE: 'code',
      HOME_POST: 'word',
      PL_POST: 'word',
      URN: 'word',
    },
    own: ['DECOM', 'RNE', 'LS', 'CIN', 'PLACE', 'DEC', 'REC'],
    needs: ['CHILD', 'DECOM'],
    identity: ['DECOM'],
  },
  {
    name: 'reviews',
    since: 2017,
    columns: { ...child, REVIEW: 'date', REVIEW_CODE: 'code' },
    own: ['REVIEW', 'REVIEW_CODE'],
    needs: ['CHILD', 'REVIEW'],
    identity: ['REVIEW'],
  },
  { name: 'uasc', since: 2017, columns: { ...child, SEX: 'code', DUC: 'date' }, own: ['DUC'], needs: ['CHILD'], identity: [] },
  {
    name: 'oc2',
    since: 2017,
    columns: {
      ...child,
      SDQ_SCORE: 'number',
      SDQ_REASON: 'code',
      CONVICTED: 'code',
      HEALTH_CHECK: 'code',
      IMMUNISATIONS: 'code',
      TEETH_CHECK: 'code',
      HEALTH_ASSESSMENT: 'code',
      SUBSTANCE_MISUSE: 'code',
      INTERVENTION_RECEIVED: 'code',
      INTERVENTION_OFFERED: 'code',
    },
    own: ['SDQ_SCORE', 'SDQ_REASON', 'CONVICTED', 'HEALTH_CHECK', 'IMMUNISATIONS', 'TEETH_CHECK', 'HEALTH_ASSESSMENT'],
    needs: ['CHILD'],
    identity: [],
  },
  {
    name: 'oc3',
    since: 2017,
    columns: { ...child, IN_TOUCH: 'code', ACTIV: 'code', ACCOM: 'code' },
    own: ['IN_TOUCH', 'ACTIV', 'ACCOM'],
    needs: ['CHILD'],
    identity: [],
  },
  {
    name: 'ad1',
    since: 2017,
    columns: {
      ...child,
      DATE_INT: 'date',
      DATE_MATCH: 'date',
      FOSTER_CARE: 'code',
      NB_ADOPTR: 'code',
      SEX_ADOPTR: 'code',
      LS_ADOPTR: 'code',
    },
    own: ['DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR'],
    needs: ['CHILD'],
    identity: ['DATE_MATCH'],
  },
  {
    name: 'placed_adoption',
    since: 2017,
    columns: { ...child, DATE_PLACED: 'date', DATE_PLACED_CEASED: 'date', REASON_PLACED_CEASED: 'code' },
    own: ['DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'],
    needs: ['CHILD', 'DATE_PLACED'],
    identity: ['DATE_PLACED'],
  },
  {
    name: 'prev_perm',
    since: 2017,
    columns: { ...child, PREV_PERM: 'code', LA_PERM: 'word', DATE_PERM: 'part of a date' },
    own: ['PREV_PERM', 'LA_PERM', 'DATE_PERM'],
    needs: ['CHILD', 'PREV_PERM'],
    identity: [],
  },
  {
    name: 'missing',
    since: 2017,
    columns: { ...child, MISSING: 'code', MIS_START: 'date', MIS_END: 'date' },
    own: ['MISSING', 'MIS_START', 'MIS_END'],
    needs: ['CHILD', 'MIS_START'],
    identity: ['MIS_START'],
  },
  {
    name: 'social_worker',
    since: 2024,
    columns: { ...child, SW_ID: 'word', SW_DECOM: 'date', SW_DEC: 'date', SW_REASON: 'code' },
    own: ['SW_ID', 'SW_DECOM', 'SW_DEC', 'SW_REASON'],
    needs: ['CHILD', 'SW_DECOM'],
    identity: ['SW_DECOM', 'SW_ID'],
  },
  {
    name: 'deprivation_of_liberty_order',
    since: 2027,
    columns: { ...child, DOLO_START: 'date', DOLO_END: 'date' },
    own: ['DOLO_START', 'DOLO_END'],
    needs: ['CHILD', 'DOLO_START'],
    identity: ['DOLO_START'],
  },
];

export const tableNamed = (name: string): ReturnTable | undefined => tables.find((table) => table.name === name);

export type Recognised =
  | { readonly kind: 'table'; readonly table: ReturnTable; readonly absent: readonly string[] }
  | { readonly kind: 'none'; readonly message: string };

/** Which table has these columns, in any order. The one that shares most of its own; its name in the file plays no part. */
export function tableOf(columns: readonly string[]): Recognised {
  const given = new Set(columns.map(columnNamed));
  const ranked = tables
    .map((table) => ({ table, own: table.own.filter((column) => given.has(column)).length }))
    .filter(({ own }) => own > 0)
    .toSorted((a, b) => b.own - a.own);
  const [best, next] = ranked;
  if (best === undefined) return { kind: 'none', message: `no table of the SSDA903 return has the columns ${listed(columns)}` };
  if (next !== undefined && next.own === best.own)
    return { kind: 'none', message: `the columns are those of two tables, ${best.table.name} and ${next.table.name}` };
  const { table } = best;
  const lacking = table.needs.filter((column) => !given.has(column));
  if (lacking.length > 0)
    return { kind: 'none', message: `the columns are those of the table ${table.name}, but ${lacking.join(' and ')} is not among them` };
  return {
    kind: 'table',
    table,
    absent: Object.keys(table.columns).filter((column) => !given.has(column)),
  };
}

const listed = (columns: readonly string[]): string => {
  const words = columns.slice(0, 12).map((column) => `"${column.slice(0, 40)}"`);
  return `${words.join(', ')}${columns.length > 12 ? ' …' : ''}`;
};
