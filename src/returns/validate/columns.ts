import type { Told } from './validate-return.ts';

/** What a table of findings has, in CSV and as a workbook. */
export const columns = ['kind', 'code', 'level', 'year', 'child', 'table', 'row', 'line', 'fields', 'values', 'group', 'message'] as const;

const joined = (texts: readonly (string | null)[]): string => texts.map((text) => text ?? '').join('; ');

export function cellsOf(found: Told): readonly (string | number | undefined)[] {
  if (found.kind === 'refused') return [found.kind, '', '', '', '', '', undefined, undefined, '', '', undefined, found.message];
  if (found.kind === 'unreadable') return [found.kind, '', '', '', '', found.file, undefined, found.line, '', '', undefined, found.message];
  if (found.kind === 'notChecked')
    return [found.kind, found.code, '', '', '', '', undefined, undefined, joined(found.lacking), '', undefined, found.message];
  if (found.kind === 'defect')
    return [found.kind, found.code, '', '', '', '', undefined, undefined, '', '', undefined, `${found.message} ${found.error}`];
  const { kind, code, level, year, child, table, row, line, fields, values, group, message } = found;
  return [
    kind,
    code,
    level,
    year,
    child ?? '',
    table ?? '',
    row ?? undefined,
    line ?? undefined,
    joined(fields),
    joined(values),
    group,
    message,
  ];
}
