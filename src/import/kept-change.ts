import type { StoredProblem } from '../record/import-problems.ts';
import type { StoredRows } from '../record/kept-rows.ts';
import type { XmlElement } from '../reading/xml-units.ts';
import { longestValue } from './intake/problem.ts';
import { isKeptCensus, isKeptDataset, isKeptReturn } from './kept-source.ts';
import type { ReturnRow } from './ssda903/return-row.ts';

/** A value that a person puts in the place of the one of which a problem tells. */
export type ProblemChange = { readonly problem: StoredProblem; readonly value: string };

/** `taken`: the changes for which there was a value to be changed. */
export type Changed = { readonly rows: StoredRows; readonly taken: readonly ProblemChange[] };

/** The kept rows of one child with values changed. */
export function changed(kept: StoredRows, changes: readonly ProblemChange[]): Changed {
  const taken: ProblemChange[] = [];
  const { source } = kept;
  if (isKeptReturn(source)) {
    const rows = source.rows.map((row) =>
      changes.filter((one) => isIn(row, one)).reduce((before, one) => rowWith(before, one, taken), row),
    );
    return { rows: { ...kept, source: { ...source, rows } }, taken };
  }
  if (isKeptDataset(source)) {
    const dataset = source.dataset.map((row) =>
      changes.filter((one) => isIn(row, one)).reduce((before, one) => rowWith(before, one, taken), row),
    );
    return { rows: { ...kept, source: { ...source, dataset } }, taken };
  }
  if (!isKeptCensus(source)) return { rows: kept, taken };
  const element = changes.reduce((before, one) => elementWith(before, one, taken), source.element);
  return { rows: { ...kept, source: { ...source, element } }, taken };
}

/** In an XML file many rows may stand in one line: the row is the one that holds the value. */
const isIn = ({ file, line, values }: ReturnRow, { problem }: ProblemChange): boolean =>
  problem.file === file && problem.line === line && (values[problem.field ?? ''] ?? '').slice(0, longestValue) === (problem.value ?? '');

function rowWith(row: ReturnRow, change: ProblemChange, taken: ProblemChange[]): ReturnRow {
  taken.push(change);
  const column = change.problem.field ?? '';
  const { [column]: _before, ...values } = row.values;
  const { [column]: _length, ...tooLong } = row.tooLong ?? {};
  return { ...row, tooLong, values: change.value === '' ? values : { ...values, [column]: change.value } };
}

/** The first element that the problem tells of; a value that was not given at all has none. */
function elementWith(element: XmlElement, change: ProblemChange, taken: ProblemChange[]): XmlElement {
  const { field, line, value } = change.problem;
  if (taken.includes(change)) return element;
  if (
    element.name === field &&
    element.line === line &&
    element.children.length === 0 &&
    element.text.slice(0, longestValue) === value &&
    value !== ''
  ) {
    taken.push(change);
    return { name: element.name, line: element.line, text: change.value, children: [] };
  }
  return { ...element, children: element.children.map((child) => elementWith(child, change, taken)) };
}
