import { cellsOf, columns } from '../returns/validate/columns.ts';
import type { Found } from '../returns/validate/found.ts';
import { csvLine } from '../web/export/sheet.ts';

export const formats = ['text', 'json', 'csv'] as const;
export type Format = (typeof formats)[number];
export const isFormat = (text: string): text is Format => formats.some((format) => format === text);

export const headOf = (format: Format): string => (format === 'csv' ? csvLine(columns) : '');

/** One line for what was found. */
export function lineOf(found: Found, format: Format): string {
  if (format === 'json') return `${JSON.stringify(found)}\n`;
  return format === 'csv' ? csvLine(cellsOf(found)) : `${words(found)}\n`;
}

/** What is no table of the return, with where it would come from. */
const sources: Readonly<Record<string, string>> = {
  postcodes: 'postcodes (--authority, and postcodes.csv in the folder of --reference)',
  providers: 'providers (providers.csv in the folder of --reference)',
  localAuthority: 'the authority (--authority)',
};
const inWords = (lacking: string): string => sources[lacking] ?? lacking;

function words(found: Found): string {
  if (found.kind === 'unreadable') return `CANNOT BE READ  ${found.file}, line ${found.line}: ${clean(found.message)}`;
  if (found.kind === 'defect')
    return `DEFECT  ${found.code}: the rule itself failed (${found.error}). This is a fault of Sightline; nothing is said of the rule.`;
  if (found.kind === 'notChecked') return `NOT CHECKED  ${found.code}: ${found.lacking.map(inWords).join(', ')} not supplied`;
  const where = found.table === null ? 'the return as a whole' : `${found.table}${found.line === null ? '' : `, line ${found.line}`}`;
  const fields = found.fields.map(
    (field, at) => `${field} ${found.values[at] === null ? 'is not given' : `"${clean(found.values[at] ?? '')}"`}`,
  );
  const who = found.child === null ? '' : `child ${clean(found.child)}, `;
  return `${found.level.toUpperCase()}  ${found.code}  ${who}${where}${fields.length > 0 ? `: ${fields.join(', ')}` : ''}. ${found.message}`;
}

/** A terminal must not obey what stands in a file. */
const clean = (text: string): string => text.replace(/\p{Cc}/gu, '\ufffd').slice(0, 200);
