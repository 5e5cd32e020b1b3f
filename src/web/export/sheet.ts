import { dayNumber, isDate } from '../../kernel/calendar/dates.ts';
import { zip } from './zip.ts';

/** A table to be carried away: words, numbers and days (`YYYY-MM-DD`). */
export type Sheet = {
  readonly name: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (string | number | undefined)[])[];
};

/** A cell that a spreadsheet would run is made into words: it begins with an apostrophe. */
export const harmless = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);

const csvCell = (cell: string | number | undefined): string => {
  const text = typeof cell === 'number' ? String(cell) : harmless(cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** RFC 4180, with the mark by which Excel knows that it is UTF-8. */
export const csvOf = ({ heads, rows }: Sheet): string =>
  `\uFEFF${[heads, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;

/** XML forbids most control characters, also escaped. */
const escaped = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

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

const rowXml = (row: readonly (string | number | undefined)[], index: number): string =>
  `<row r="${index + 1}">${row.map((cell, column) => cellXml(cell, `${columnName(column)}${index + 1}`, index === 0)).join('')}</row>`;

const widthOf = (head: string, cells: readonly (string | number | undefined)[]): number =>
  Math.min(50, Math.max(head.length, ...cells.map((cell) => String(cell ?? '').length)) + 2);

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function sheetXml({ heads, rows }: Sheet): string {
  const columns = heads.map(
    (head, n) =>
      `<col min="${n + 1}" max="${n + 1}" width="${widthOf(
        head,
        rows.map((row) => row[n]),
      )}" customWidth="1"/>`,
  );
  const last = `${columnName(heads.length - 1)}${rows.length + 1}`;
  return `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${[heads, ...rows].map(rowXml).join('')}</sheetData><autoFilter ref="A1:${last}"/></worksheet>`;
}

const stylesXml = `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="d mmm yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`;

/** A workbook of one sheet. Every word is a word: nothing in it can be a formula. */
export function xlsxOf(sheet: Sheet): Buffer {
  const name = escaped(sheet.name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31));
  const part = (path: string, kind: string): string =>
    `<Override PartName="${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const relation = (id: number, kind: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${relations}/${kind}" Target="${target}"/>`;
  return zip([
    {
      name: '[Content_Types].xml',
      text: `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('/xl/workbook.xml', 'sheet.main')}${part('/xl/worksheets/sheet1.xml', 'worksheet')}${part('/xl/styles.xml', 'styles')}</Types>`,
    },
    {
      name: '_rels/.rels',
      text: `${declaration}<Relationships xmlns="${packages}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      text: `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `${declaration}<Relationships xmlns="${packages}/relationships">${relation(1, 'worksheet', 'worksheets/sheet1.xml')}${relation(2, 'styles', 'styles.xml')}</Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', text: sheetXml(sheet) },
    { name: 'xl/styles.xml', text: stylesXml },
  ]);
}
