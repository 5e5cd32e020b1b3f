import type { Block } from './document.ts';

/**
 * A section as a person edits it in a box, and back: a blank line between paragraphs; "- " before each item of a list; "Label: words" on lines of their
 * own for facts; " | " between the cells of a table, whose first line is its heads; "## " before a heading. Whatever is none of these is a paragraph.
 */
export const writtenOf = (blocks: readonly Block[]): string => blocks.map(blockWords).join('\n\n');

/** One line: a cell or an item cannot hold a line's end. */
const flat = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ').trim();
/** A label is short, and ends with the first colon. */
const fact = /^[^.:|]{1,100}: /;
const labelWords = (text: string): string => flat(text).replaceAll(/[.:|]/g, '').slice(0, 100);
const cell = (text: string): string => flat(text).replaceAll('|', '/');

function blockWords(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${flat(block.text)}`;
    case 'paragraph':
      return block.text.replaceAll(/\n{2,}/g, '\n').trim();
    case 'list':
      return block.items.map((item) => `- ${flat(item)}`).join('\n');
    case 'table':
      return [block.heads, ...block.rows].map((row) => row.map(cell).join(' | ')).join('\n');
    case 'charts':
      return block.charts.map(({ said }) => `- ${flat(said)}`).join('\n');
    case 'facts':
      return block.lines.map(([label, value]) => `${labelWords(label)}: ${flat(value)}`).join('\n');
  }
}

const every = (lines: readonly string[], form: RegExp): boolean => lines.every((line) => form.test(line));

/** What a person wrote in a box. */
export const blocksOf = (text: string): readonly Block[] =>
  text
    .replaceAll('\r', '')
    .split(/\n[ \t]*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(blockOf);

function blockOf(part: string): Block {
  const lines = part.split('\n').map((line) => line.trim());
  const heading = /^(##|###) (.+)$/.exec(part);
  if (heading !== null) return { kind: 'heading', level: heading[1] === '##' ? 2 : 3, text: heading[2] ?? '' };
  if (every(lines, /^- /)) return { kind: 'list', items: lines.map((line) => line.slice(2)) };
  if (every(lines, fact)) return { kind: 'facts', lines: lines.map(factIn) };
  const [heads, ...rows] = lines.map((line) => line.split(/\s*\|\s*/));
  if (heads !== undefined && rows.length > 0 && every(lines, /\|/))
    return { kind: 'table', heads, rows: rows.map((row) => heads.map((_, at) => inColumn(row, at, heads.length))) };
  return { kind: 'paragraph', text: lines.join('\n') };
}

const factIn = (line: string): readonly [string, string] => {
  const at = line.indexOf(': ');
  return [line.slice(0, at), line.slice(at + 2)];
};

/** A row with too many cells keeps them in its last: nothing that was written is lost. */
const inColumn = (row: readonly string[], at: number, columns: number): string =>
  at === columns - 1 ? row.slice(at).join(' | ') : (row[at] ?? '');
