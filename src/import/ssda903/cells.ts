import { isDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import { tooLong, type Problem } from '../intake/problem.ts';
import { isFormula, problemAt, type ReturnRow } from './return-row.ts';
import { tableNamed } from './tables.ts';
import { wronglyWritten } from './written-date.ts';

/** A row whose cells have been looked at: days in ISO, and the columns that cannot be read. */
export type ReadRow = {
  readonly row: ReturnRow;
  readonly days: Readonly<Record<string, LocalDate>>;
  readonly unreadable: ReadonlySet<string>;
};

/** Looks at each cell by itself. What cannot be read is told once, however many steps would have needed it. */
export function readCells(row: ReturnRow, problems: Problem[]): ReadRow {
  const days: Record<string, LocalDate> = {};
  const unreadable = new Set<string>();
  for (const [column, value] of Object.entries(row.values)) {
    const isDay = tableNamed(row.table)?.columns[column] === 'date';
    const day = isDay ? dayOf(value) : undefined;
    const problem = wrong(row, column, value) ?? (isDay && day === undefined ? notADay(value) : undefined);
    if (problem === undefined) {
      if (day !== undefined) days[column] = day;
      continue;
    }
    unreadable.add(column);
    problems.push(problemAt(row, 'refused', column, `${column} ${problem}; nothing that needs it is taken`));
  }
  return { row, days, unreadable };
}

function wrong({ tooLong: lengths }: ReturnRow, column: string, value: string): string | undefined {
  const length = lengths?.[column];
  if (length !== undefined) return tooLong(length);
  if (isFormula(value)) return 'is what a spreadsheet works out, not a value';
  return /[\p{Cc}\ufffd]/u.test(value) ? 'holds characters that are no text' : undefined;
}

export function dayOf(value: string): LocalDate | undefined {
  const [day, month, year] = value.split('/');
  const iso = `${year}-${month}-${day}`;
  return wronglyWritten(value) === undefined && isDate(iso) ? iso : undefined;
}

const notADay = (value: string): string => wronglyWritten(value)?.problem ?? 'is no day of the calendar';
