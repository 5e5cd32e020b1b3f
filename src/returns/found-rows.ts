import type { RuleFound } from '../record/prepared-returns.ts';
import type { RecordExplains } from './explained-rules.ts';
import type { Told } from './validate/check-sent.ts';

/** A row in which a rule found something when a return was prepared, in the rule's words of that day; or what the rule could not do. */
type Row = {
  readonly code: string;
  readonly level: RuleFound['level'];
  readonly child: string | null;
  readonly table: string | null;
  /** Counted from 0 in its table. */
  readonly row: number | null;
  readonly fields: readonly string[];
  readonly values: readonly (string | null)[];
  readonly words: string;
  /** Rows that are wrong only together have the same. */
  readonly group?: number;
};
/** As it is kept with the return: of what the record of the child says about it, the entries alone. */
export type KeptRow = Row & { readonly explained?: RecordExplains };
/** As it is read: with the words of the record, as far as it may be told today. */
export type FoundRow = Row & { readonly explained?: { readonly words: string; readonly isOfAll: boolean } };

const nowhere = { child: null, table: null, row: null, fields: [], values: [] } as const;

/** Under which rule and level it counts: a file that could not be read is a defect of the whole. */
export function codeOf(told: Told): readonly [string, RuleFound['level']] {
  if (told.kind === 'unreadable' || told.kind === 'refused') return ['file', 'defect'];
  if (told.kind !== 'finding') return [told.code, told.kind];
  return [told.code, told.isDraft === true ? 'draft' : told.level === 'query' ? 'query' : 'error'];
}

/** Of what the checking told of, what is kept with the return. */
export function foundRow(told: Told, explained: RecordExplains | undefined): KeptRow {
  const [code, level] = codeOf(told);
  switch (told.kind) {
    case 'finding': {
      const { child, table, row, fields, values, message: words, group } = told;
      const more = { ...(group === undefined ? {} : { group }), ...(explained === undefined ? {} : { explained }) };
      return { code, level, child, table, row, fields, values, words, ...more };
    }
    case 'notChecked':
      return { code, level, ...nowhere, words: `${told.message} (not checked, it lacks ${told.lacking.join(', ')})` };
    case 'defect':
      return { code, level, ...nowhere, words: `${told.message} (it could not be run)` };
    case 'unreadable':
      return { code, level, ...nowhere, words: `Line ${told.line}: ${told.message}` };
    case 'refused':
      return { code, level, ...nowhere, words: told.message };
  }
}

/** One JSON object a line. */
export const writtenRow = (row: KeptRow): string => `${JSON.stringify(row)}\n`;

/** The rows of a return as they were kept with it, one after the other. */
export function* readRows(bytes: Buffer): Generator<KeptRow> {
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(10, at);
    yield JSON.parse(bytes.toString('utf8', at, end === -1 ? bytes.length : end));
    at = end === -1 ? bytes.length : end + 1;
  }
}

/** What is said where a record explains something that may not be told. */
export const notTold = 'Explained in the record, in words that are not told here';

/** With what the entries say that explain a row; `words`: of those that may be told. */
export const withWords = ({ explained, ...row }: KeptRow, words: ReadonlyMap<string, string>): FoundRow => {
  if (explained === undefined) return row;
  const { entries, isOfAll } = explained;
  const said = entries.length === 0 ? [notTold] : entries.map((entry) => words.get(entry) ?? notTold);
  return { ...row, explained: { words: [...new Set(said)].join('; '), isOfAll } };
};

/** What the record says about a row, to be read beside it. */
export const explainedWords = ({ explained }: FoundRow): string =>
  explained === undefined ? '' : explained.isOfAll ? explained.words : `Of a part of what this rule finds of the child: ${explained.words}`;
