import { date as literal, formatDate, isDate, type LocalDate } from '../calendar/dates.ts';
import type { Field, FieldOptions, Given, Parsed } from './field.ts';

/** A day. Given as `2026-03-03`, `3/3/2026`, `3 3 2026` or [day, month, year]; a two-digit year is refused, never guessed. */
export function date<const O extends FieldOptions>(label: string, options?: O): Field<LocalDate> & NoInfer<O> {
  return {
    ...(options as O),
    kind: 'date',
    label,
    control: { kind: 'date' },
    schema: { type: 'string', format: 'date' },
    parse: parseDate,
    display: formatDate,
  };
}

const earliest = literal('1900-01-01');
/** Bank holidays are worked out until 2150: a limit from any date accepted here can be counted. */
const latest = literal('2100-12-31');
const example = 'for example 27 3 2026';

function parseDate(given: Given): Parsed<LocalDate> {
  const parts = (typeof given === 'string' ? given.trim().split(/[\s/.]+/) : (given ?? []).map((part) => part.trim())).filter(
    (part) => part !== '',
  );
  if (parts.length === 0) return { value: undefined };
  const iso = parts.length === 1 ? parts[0] : fromDayMonthYear(parts);
  if (iso === undefined) return { problem: `must include a day, a month and a year, ${example}` };
  if (/^\d{1,3}-/.test(iso)) return { problem: `must have a year of four digits, ${example}` };
  if (!isDate(iso)) return { problem: `must be a real date, ${example}` };
  if (iso > latest) return { problem: 'must be in 2100 or earlier' };
  return iso < earliest ? { problem: 'must be in 1900 or later' } : { value: iso };
}

function fromDayMonthYear([day, month, year]: readonly string[]): string | undefined {
  if (day === undefined || month === undefined || year === undefined) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
