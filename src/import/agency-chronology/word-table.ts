import { SaxesParser } from 'saxes';
import { zipPart } from '../../reading/zip-part.ts';

/** A table of a Word document: its rows, each as the words of its cells. */
export type Table = readonly (readonly string[])[];

/** The tables of a Word document (ISO/IEC 29500, `w:tbl`), outermost alone. @returns undefined: it is no such document */
export function wordTables(bytes: Buffer): readonly Table[] | undefined {
  const xml = zipPart(bytes, 'word/document.xml');
  if (xml === undefined) return undefined;
  const tables: string[][][] = [];
  let depth = 0;
  let isText = false;
  const cell = { words: '' };
  const parser = new SaxesParser();
  let broken = false;
  parser.on('error', () => void (broken = true));
  parser.on('opentag', ({ name }) => {
    if (name === 'w:tbl' && (depth += 1) === 1) tables.push([]);
    if (depth === 1 && name === 'w:tr') tables.at(-1)?.push([]);
    if (depth === 1 && name === 'w:tc') cell.words = '';
    if (name === 'w:br' || name === 'w:tab') cell.words += name === 'w:br' ? '\n' : ' ';
    isText = name === 'w:t';
  });
  parser.on('text', (text) => {
    if (isText && depth > 0) cell.words += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') isText = false;
    if (name === 'w:p') cell.words += '\n';
    if (depth === 1 && name === 'w:tc') tables.at(-1)?.at(-1)?.push(cell.words.trim());
    if (name === 'w:tbl') depth -= 1;
  });
  parser.write(xml.toString('utf8')).close();
  return broken ? undefined : tables;
}
