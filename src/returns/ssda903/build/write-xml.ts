import type { History } from '../../../kernel/step/history.ts';
import { inXml } from '../../in-xml.ts';
import { returnFiles, type BuiltRow, type TableName } from './built-row.ts';
import { rowsOf, type WhichReturn } from './return-set.ts';

/*
 * The return as one XML file, in the order of the DfE's schema of 2021 (EXPSSDA903), which is the latest at hand. Social workers came after it: their
 * element is named as their table is.
 */

/** The XML names two columns otherwise than the CSV files. */
const named: Readonly<Record<string, string>> = { CHILD: 'CHILDID', PLACE: 'PL' };
/** Of the schema: there even where nothing stands in them. */
const always: ReadonlySet<string> = new Set([
  'UPN',
  'SEX',
  'DOB',
  'ETHNIC',
  'UASC',
  'RNE',
  'LS',
  'CIN',
  'PLACE',
  'DEC',
  'REC',
  'MISSING',
  'REVIEW_CODE',
]);

const ofHeader = ['CHILD', 'UPN', 'SEX', 'DOB', 'ETHNIC'];
const ofMother = ['MOTHER', 'MC_DOB'];
const ofEpisode = 'DECOM RNE LS CIN PLACE PL_POST HOME_POST URN PLACE_PROVIDER DEC REC REASON_PLACE_CHANGE'.split(' ');
const own = (table: TableName): readonly string[] => returnFiles[table].filter((column) => !['CHILD', 'SEX', 'DOB'].includes(column));

type Cells = BuiltRow['cells'];

const leaves = (columns: readonly string[], cells: Cells): string =>
  columns
    .filter((column) => cells[column] !== undefined || always.has(column))
    .map((column) => `<${named[column] ?? column}>${inXml(cells[column] ?? '')}</${named[column] ?? column}>`)
    .join('');

/** A child who is in the return, by the rows of each table. */
export function childInXml(rows: ReadonlyMap<string, readonly Pick<BuiltRow, 'cells'>[]>): string {
  const of = (table: TableName): readonly Cells[] => (rows.get(table) ?? []).map(({ cells }) => cells);
  const group = (name: string, table: TableName, columns = own(table)): string =>
    of(table)
      .map((cells) => `<${name}>${leaves(columns, cells)}</${name}>`)
      .join('');
  const inHeader = (table: TableName): string => leaves(own(table), of(table)[0] ?? {});
  const [header = {}] = [
    ...of('header'),
    ...[...rows.values()].flatMap((own) => own.slice(0, 1).map(({ cells }) => ({ CHILD: cells['CHILD'] ?? '' }))),
  ];
  const unaccompanied = `<UASC>${of('uasc').length > 0 ? '1' : '0'}</UASC>${inHeader('uasc')}`;
  const years = [group('AMISSING', 'missing'), group('AREVIEW', 'reviews'), leaves(ofMother, header), group('PERMANENCE', 'prev_perm')];
  const outcomes = [
    group('OC2', 'oc2'),
    group('AD_PLACED', 'placed_adoption'),
    group('SOCIAL_WORKER', 'social_worker'),
    group('DEPRIVATION_OF_LIBERTY_ORDER', 'deprivation_of_liberty_order'),
  ];
  const head = [leaves(ofHeader, header), unaccompanied, inHeader('ad1'), inHeader('oc3'), ...years, ...outcomes];
  return `<CHILD>\n<HEADER>${head.join('')}</HEADER>\n${group('EPISODE', 'episodes', ofEpisode)}</CHILD>\n`;
}

/** The return of a year as XML in pieces, child by child in the order given. */
export async function* returnInXml(which: WhichReturn, told: AsyncIterable<{ readonly history: History }>): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<EXPSSDA903>\n';
  for await (const { history } of told) {
    const rows = rowsOf(history, which);
    if (rows.size > 0) yield childInXml(rows);
  }
  yield '</EXPSSDA903>\n';
}
