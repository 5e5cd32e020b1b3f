import { linesOf } from './lines.ts';
import type { Element, Paper, Place, Style } from './paper.ts';

type Cell = { readonly lines: readonly string[]; readonly style: Style; readonly element: Element; readonly tag: 'TH' | 'TD' };
type Styles = { readonly head: Style; readonly body: Style };
export type Columns = { readonly heads: readonly string[] | undefined; readonly rows: readonly (readonly string[])[] };

const [gap, air] = [10, 4];

/** A table whose rows may go on over pages. Without heads its first column is the head of each row. */
export function drawTable(paper: Paper, into: Element, { heads, rows }: Columns, styles: Styles): void {
  const places = placesOf(paper, heads === undefined ? rows : [heads, ...rows], heads === undefined);
  const table = paper.doc.struct('Table');
  into.add(table);
  // A head is not left alone at the foot of a page.
  if (heads !== undefined) paper.needs(styles.head.lead + 4 * styles.body.lead);
  if (heads !== undefined) drawRow(paper, table, heads, places, () => ({ style: styles.head, tag: 'TH', scope: 'Column' }));
  for (const row of rows)
    drawRow(paper, table, row, places, (at) =>
      heads === undefined && at === 0 ? { style: styles.head, tag: 'TH', scope: 'Row' } : { style: styles.body, tag: 'TD' },
    );
  table.end();
  paper.skip(gap);
}

type How = { readonly style: Style; readonly tag: 'TH' | 'TD'; readonly scope?: 'Column' | 'Row' };

function drawRow(paper: Paper, table: Element, row: readonly string[], places: readonly Place[], how: (at: number) => How): void {
  const tr = paper.doc.struct('TR');
  table.add(tr);
  const cells = places.map((place, at): Cell => {
    const { style, tag, scope } = how(at);
    const element = paper.doc.struct(tag, scope === undefined ? {} : { scope });
    tr.add(element);
    return { lines: linesOf(paper, row[at] ?? '', style, place.width), style, element, tag };
  });
  drawCells(paper, cells, places);
  tr.end();
}

/** A row of so few lines stands on one page. */
const whole = 10;

/** So many lines of each cell as the page holds, then the rest on the next. */
function drawCells(paper: Paper, cells: readonly Cell[], places: readonly Place[]): void {
  const longest = Math.max(...cells.map(({ lines }) => lines.length));
  const lead = Math.max(...cells.map(({ style }) => style.lead));
  paper.needs(lead * (longest <= whole ? longest : 3) + 2 * air);
  for (let from = 0; from < longest;) {
    const room = Math.max(1, Math.floor((paper.bottom - paper.y - 2 * air) / lead));
    const fits = Math.min(room, longest - from);
    cells.forEach(({ lines, style, element, tag }, at) => {
      const [place, some] = [places[at], lines.slice(from, from + fits)];
      if (place !== undefined && some.some((line) => line.trim() !== '')) paper.mark(element, tag, some, style, place, paper.y + air);
    });
    paper.skip(fits * lead + 2 * air);
    from += fits;
    paper.rule(paper.whole, paper.y);
    if (from < longest) paper.turn();
  }
}

/** As wide as what stands in them asks for, within reason. */
function placesOf(paper: Paper, rows: readonly (readonly string[])[], isFacts: boolean): readonly Place[] {
  const { x, width } = paper.whole;
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const weights = isFacts
    ? [1, 2]
    : Array.from({ length: columns }, (_, at) => Math.min(60, Math.max(9, ...rows.map((row) => longestOf(row[at] ?? '')))));
  const [all, room] = [weights.reduce((sum, weight) => sum + weight, 0), width - gap * (weights.length - 1)];
  let from = x;
  return weights.map((weight) => {
    const place = { x: from, width: (room * weight) / all };
    from += place.width + gap;
    return place;
  });
}

const longestOf = (text: string): number => Math.min(text.length, Math.max(12, text.length / 3));
