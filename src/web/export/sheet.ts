import { dayNumber, isDate } from '../../kernel/calendar/dates.ts';
import { declaration, escaped } from '../../outputs/xml.ts';
import { zip } from '../../outputs/zip.ts';

type Line = readonly (string | number | undefined)[];

/** A table to be carried away: words, numbers and days (`YYYY-MM-DD`). Its rows come some at a time, and are written as they come; or all at once. */
export type Sheet = {
  readonly name: string;
  readonly heads: readonly string[];
  readonly rows: AsyncIterable<readonly Line[]> | Iterable<readonly Line[]>;
};

/** A cell that a spreadsheet would run is made into words: it begins with an apostrophe. */
export const harmless = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);

/** Most cells are a word, a code or a day: one look at them is enough. */
const isPlain = /^(?![=+\-@\t])[^",\r\n]*$/;

function csvCell(cell: string | number | undefined): string {
  if (typeof cell === 'number') return String(cell);
  if (cell === undefined || cell === '') return '';
  if (isPlain.test(cell)) return cell;
  const text = harmless(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvLine(line: Line): string {
  let text = '';
  for (let at = 0; at < line.length; at += 1) text += at === 0 ? csvCell(line[at]) : `,${csvCell(line[at])}`;
  return `${text}\r\n`;
}

/** RFC 4180, with the mark by which Excel knows that it is UTF-8. */
export async function* csvOf({ heads, rows }: Sheet): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(heads)}`;
  for await (const some of rows) yield some.map(csvLine).join('');
}

const columnName = (index: number): string =>
  (index < 26 ? '' : columnName(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

/** Excel counts days from the end of 1899. */
const excelDay = 25_569;
const styles = { plain: 0, day: 1, head: 2 };

function cellXml(cell: string | number | undefined, at: string, isHead: boolean): string {
  if (cell === undefined || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (!isHead && isDate(cell)) return `<c r="${at}" s="${styles.day}"><v>${dayNumber(cell) + excelDay}</v></c>`;
  return `<c r="${at}" t="inlineStr" s="${isHead ? styles.head : styles.plain}"><is><t xml:space="preserve">${escaped(cell.slice(0, 32_767))}</t></is></c>`;
}

const rowXml = (row: Line, index: number): string =>
  `<row r="${index + 1}">${row.map((cell, column) => cellXml(cell, `${columnName(column)}${index + 1}`, index === 0)).join('')}</row>`;

const widthOf = (head: string, cells: Line): number =>
  Math.min(50, Math.max(head.length, ...cells.map((cell) => String(cell ?? '').length)) + 2);

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** As wide as the heads and the first rows need. */
const columnsXml = (heads: readonly string[], rows: readonly Line[]): string =>
  heads
    .map((head, n) => {
      const cells = rows.map((row) => row[n]);
      return `<col min="${n + 1}" max="${n + 1}" width="${widthOf(head, cells)}" customWidth="1"/>`;
    })
    .join('');

async function* sheetXml({ heads, rows }: Sheet): AsyncGenerator<string> {
  let [written, isBegun] = [0, false];
  for await (const some of rows) {
    if (!isBegun) yield headXml(heads, some);
    isBegun = true;
    const from = written + 1;
    written += some.length;
    yield some.map((row, n) => rowXml(row, from + n)).join('');
  }
  if (!isBegun) yield headXml(heads, []);
  yield `</sheetData><autoFilter ref="A1:${columnName(heads.length - 1)}${written + 1}"/></worksheet>`;
}

const headXml = (heads: readonly string[], first: readonly Line[]): string =>
  `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columnsXml(heads, first)}</cols><sheetData>${rowXml(heads, 0)}`;

const stylesXml = `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="d mmm yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`;

/** A workbook of one sheet. */
export const xlsxOf = (sheet: Sheet): AsyncIterable<Buffer> => workbookOf([sheet]);

/** A workbook. Every word is a word: nothing in it can be a formula. */
export function workbookOf(sheets: readonly Sheet[]): AsyncIterable<Buffer> {
  const numbered = sheets.map((sheet, n) => ({ sheet, id: n + 1, path: `worksheets/sheet${n + 1}.xml` }));
  const part = (path: string, kind: string): string =>
    `<Override PartName="${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const relation = (id: number, kind: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${relations}/${kind}" Target="${target}"/>`;
  const overrides = numbered.map(({ path }) => part(`/xl/${path}`, 'worksheet')).join('');
  return zip([
    {
      name: '[Content_Types].xml',
      text: `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('/xl/workbook.xml', 'sheet.main')}${overrides}${part('/xl/styles.xml', 'styles')}</Types>`,
    },
    {
      name: '_rels/.rels',
      text: `${declaration}<Relationships xmlns="${packages}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      text: `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${numbered.map(({ sheet, id }) => `<sheet name="${nameOf(sheet)}" sheetId="${id}" r:id="rId${id}"/>`).join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `${declaration}<Relationships xmlns="${packages}/relationships">${numbered.map(({ id, path }) => relation(id, 'worksheet', path)).join('')}${relation(sheets.length + 1, 'styles', 'styles.xml')}</Relationships>`,
    },
    ...numbered.map(({ sheet, path }) => ({ name: `xl/${path}`, text: sheetXml(sheet) })),
    { name: 'xl/styles.xml', text: stylesXml },
  ]);
}

const nameOf = ({ name }: Sheet): string => escaped(name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31));
