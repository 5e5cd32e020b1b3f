import type { Stopped } from '../intake/import-run.ts';
import { longestRaw, longestValue, tooMuch, type Problem } from '../intake/problem.ts';
import { columnNamed, returnXml } from '../../reading/looked-after-files.ts';
import { readUnits, type Over, type XmlElement } from '../../reading/xml-units.ts';
import { namelessness, problemAt, rowOf, type ReturnChild, type ReturnRow } from './return-row.ts';
import { tableNamed, tableOf, tables } from './tables.ts';

export type XmlReturnEvent =
  | { readonly kind: 'child'; readonly child: ReturnChild; readonly problems: readonly Problem[] }
  | { readonly kind: 'refusedChild'; readonly problem: Problem }
  | ({ readonly kind: 'stopped' } & Stopped);

/** Tables whose columns stand in the header itself, one row for a child. */
const inHeader = ['uasc', 'ad1', 'oc3'].map((name) => tableNamed(name)).filter((table) => table !== undefined);
const header = tableNamed('header') ?? tables[0];

/** Reads an SSDA903 return as XML, child by child: the same rows as the CSV files give. */
export async function* readReturnXml(source: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<XmlReturnEvent, void, undefined> {
  for await (const event of readUnits(source, returnXml)) {
    if (event.kind === 'stopped') return yield { ...event, file };
    if (event.kind === 'tooMuch') yield { kind: 'refusedChild', problem: tooMuchOf(event.element, event.of, file) };
    else yield* named(childOf(event.element, file));
  }
}

/** What has no identifier at all is told of where it is read: there may be much else to say of it. */
function* named(read: Omit<Extract<XmlReturnEvent, { readonly kind: 'child' }>, 'kind'>): Generator<XmlReturnEvent> {
  const [row] = read.child.rows;
  const problem = row === undefined || read.child.child === '' ? undefined : namelessness(row);
  yield problem === undefined ? { kind: 'child', ...read } : { kind: 'refusedChild', problem };
}

function tooMuchOf(element: XmlElement, of: Over, file: string): Problem {
  const id = element.children.find(({ name }) => name === 'HEADER')?.children.find(({ name }) => columnNamed(name) === 'CHILD')?.text ?? '';
  const child = id.slice(0, longestValue);
  const reason = tooMuch(of, 'Look for the end of the element CHILD that is missing, or for rows given again and again');
  return { kind: 'refused', file, line: element.line, child, field: 'CHILD', value: child, reason, raw: '' };
}

function childOf(element: XmlElement, file: string): { readonly child: ReturnChild; readonly problems: readonly Problem[] } {
  const own = element.children.find(({ name }) => name === 'HEADER');
  const leaves = (own?.children ?? []).filter(isLeaf);
  const id = leaves.find(({ name }) => columnNamed(name) === 'CHILD')?.text ?? '';
  const bornOn = leaves.find(({ name }) => name === 'DOB')?.text ?? '';
  const work: Work = {
    file,
    who: [
      ['CHILD', id],
      ['DOB', bornOn],
    ],
    rows: [],
    problems: [],
  };
  if (own !== undefined) headerRows(work, own, leaves);
  for (const group of [...(own?.children ?? []), ...element.children])
    if (group !== own && !isLeaf(group)) groupRow(work, group);
    else if (group !== own && element.children.includes(group)) work.problems.push(unread(work, group));
  return { child: { child: id, rows: work.rows }, problems: work.problems };
}

type Given = readonly (readonly [string, string])[];
type Work = { readonly file: string; readonly who: Given; readonly rows: ReturnRow[]; readonly problems: Problem[] };

const isLeaf = (element: XmlElement): boolean => element.children.length === 0;
const textIn = ({ text, tooLong }: XmlElement): string => (tooLong === undefined ? text : text.padEnd(tooLong, '…'));

function headerRows(work: Work, own: XmlElement, leaves: readonly XmlElement[]): void {
  const given = leaves.map((leaf) => [columnNamed(leaf.name), textIn(leaf)] as const);
  const has = (table: (typeof tables)[number] | undefined, column: string): boolean => table?.columns[column] !== undefined;
  add(
    work,
    'header',
    own.line,
    given.filter(([column]) => column !== 'UASC' && (has(header, column) || !inHeader.some((table) => has(table, column)))),
  );
  for (const table of inHeader) {
    const values = given.filter(([column, value]) => value !== '' && table.own.includes(column));
    const isSaid = values.length > 0 || (table.name === 'uasc' && given.some(([column, value]) => column === 'UASC' && value === '1'));
    if (isSaid)
      add(work, table.name, own.line, [...work.who, ...given.filter(([column]) => column === 'SEX' && has(table, column)), ...values]);
  }
  for (const leaf of leaves) {
    const column = columnNamed(leaf.name);
    if (column === 'UASC' && !['', '0', '1'].includes(leaf.text))
      work.problems.push({ ...unread(work, leaf), kind: 'refused', reason: 'UASC must be 0 or 1' });
  }
}

function groupRow(work: Work, group: XmlElement): void {
  const leaves = group.children.filter(isLeaf);
  const found = tableOf(leaves.map(({ name }) => name).concat('CHILD'));
  if (found.kind === 'none') return void work.problems.push(unread(work, group));
  const { table } = found;
  const given = leaves.map((leaf) => [columnNamed(leaf.name), textIn(leaf)] as const);
  add(work, table.name, group.line, [...work.who.filter(([column]) => table.columns[column] !== undefined), ...given]);
  for (const leaf of group.children)
    if (!isLeaf(leaf) || (leaf.text !== '' && table.columns[columnNamed(leaf.name)] === undefined)) work.problems.push(unread(work, leaf));
}

function add({ file, rows, problems }: Work, table: string, line: number, given: Given): void {
  const row = rowOf({ table, file, line }, first(given));
  rows.push(row);
  for (const column of new Set(given.map(([name]) => name)))
    if (new Set(given.flatMap(([name, value]) => (name === column && value !== '' ? [value] : []))).size > 1)
      problems.push(problemAt(row, 'refused', column, 'is given more than once; the first is taken'));
}

const first = (given: Given): Given => given.filter(([column], at) => given.findIndex(([name]) => name === column) === at);

function unread({ file, who }: Work, { name, line, text, children }: XmlElement): Problem {
  const raw = `<${name}>${text}${children.map((child) => `<${child.name}>${child.text}</${child.name}>`).join('')}</${name}>`;
  return {
    kind: 'kept',
    file,
    line,
    child: (who[0]?.[1] ?? '').slice(0, longestValue),
    field: name.slice(0, longestValue),
    value: text.slice(0, longestValue),
    reason: `${name.slice(0, longestValue)} is not carried by this version; it is kept`,
    raw: raw.slice(0, longestRaw),
  };
}
