import type { Options } from 'csv-parse';
import type { XmlShape } from './xml-units.ts';

/*
 * How the files of a looked-after return (SSDA903) are written, and what of them is not read: the same for whoever reads them.
 */

export const returnXml: XmlShape = { what: 'an SSDA903 return', root: 'EXPSSDA903', units: new Set(['CHILD']) };

/** Two names of one column: the XML writes CHILDID and PL. */
const alias: Readonly<Record<string, string>> = { CHILDID: 'CHILD', PL: 'PLACE' };

export function columnNamed(written: string): string {
  const name = written.trim().toUpperCase();
  return alias[name] ?? name;
}

/** A row may have a dozen fields of a dozen characters; this is what a mad one may have before reading stops. */
export const longestRow = 1_000_000;
export const mostColumns = 500;

export const returnCsv = {
  bom: true,
  trim: true,
  relax_column_count: true,
  skip_empty_lines: true,
  skip_records_with_error: true,
  max_record_size: longestRow,
} as const satisfies Options;

export const notText = 'There is a null character: the file is not plain text in UTF-8.';
