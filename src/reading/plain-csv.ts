import { longestRow } from './looked-after-files.ts';

export type PlainRecord = { readonly line: number; readonly cells: readonly string[] };

/** Quotation marks, a byte-order mark, and what counts as a space or the end of a line here and there: the parser knows what they are. */
const strange = /["\u0000-\u0008\u000B\u000C\u000E-\u001F\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]/;

/**
 * Reads CSV as almost every table of a return is written: without a quotation mark, all lines ended alike. It takes a fifth of the parser's time, and knows only what it is sure of.
 * Cells are without the spaces around them, lines without anything are left out.
 * @returns undefined: there is something else in it, right or wrong; let the parser look
 */
export function readPlainCsv(text: string): readonly PlainRecord[] | undefined {
  if (strange.test(text)) return undefined;
  const ending = text.includes('\r') ? '\r\n' : '\n';
  const lines = text.split(ending);
  const records: PlainRecord[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.length > longestRow || line.includes('\r') || (ending === '\r\n' && line.includes('\n'))) return undefined;
    if (line === '') continue;
    const cells = line.split(',');
    for (let n = 0; n < cells.length; n += 1) {
      const cell = cells[n] ?? '';
      const [first, last] = [cell.charCodeAt(0), cell.charCodeAt(cell.length - 1)];
      if (first <= space || last <= space) cells[n] = cell.trim();
    }
    // A line of spaces alone: the parser says whether it is one.
    if (cells.length === 1 && cells[0] === '') return undefined;
    records.push({ line: at + 1, cells });
  }
  return records;
}

const space = 32;
