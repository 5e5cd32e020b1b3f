import type { RuleFound } from '../record/prepared-returns.ts';
import type { RecordExplains } from './explained-rules.ts';
import type { Told } from './validate/check-sent.ts';

/** A row in which a rule found something when a return was prepared, in the rule's words of that day; or what the rule could not do. */
export type FoundRow = {
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
  /** What the record of the child says about it. */
  readonly explained?: RecordExplains;
};

const nowhere = { child: null, table: null, row: null, fields: [], values: [] } as const;

/** Under which rule and level it counts: a file that could not be read is a defect of the whole. */
export function codeOf(told: Told): readonly [string, RuleFound['level']] {
  if (told.kind === 'unreadable' || told.kind === 'refused') return ['file', 'defect'];
  if (told.kind !== 'finding') return [told.code, told.kind];
  return [told.code, told.isDraft === true ? 'draft' : told.level === 'query' ? 'query' : 'error'];
}

/** Of what the checking told of, what is kept with the return. */
export function foundRow(told: Told, explained: RecordExplains | undefined): FoundRow {
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
export const writtenRow = (row: FoundRow): string => `${JSON.stringify(row)}\n`;

/** The rows of a return as they were kept with it, one after the other. */
export function* readRows(bytes: Buffer): Generator<FoundRow> {
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(10, at);
    yield JSON.parse(bytes.toString('utf8', at, end === -1 ? bytes.length : end));
    at = end === -1 ? bytes.length : end + 1;
  }
}

/** What the record says about a row, to be read beside it. */
export const explainedWords = ({ explained }: FoundRow): string =>
  explained === undefined ? '' : explained.isOfAll ? explained.words : `Of a part of what this rule finds of the child: ${explained.words}`;
