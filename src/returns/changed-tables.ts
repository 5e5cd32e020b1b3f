import { changedLines, type Changes } from './changes.ts';
import { saidIn, type HowCompared } from './compared-tables.ts';
import type { DayTable } from './of-a-day.ts';
import { nameOfPart } from './part-titles.ts';

/** What each person has in the tables, a line for each value. What is nobody's stands under the name of its table. */
function linesOf(tables: readonly DayTable[], how: HowCompared): ReadonlyMap<string, readonly string[]> {
  const lines = new Map<string, string[]>();
  for (const table of tables)
    for (const { person = table.name, cells } of saidIn(table, how)) {
      const own = lines.get(person) ?? [];
      lines.set(person, own);
      own.push(...cells.map(([head, text]) => `${nameOfPart(table.name)}, ${head}: ${text}`));
    }
  return lines;
}

/** Compares the tables of two files in rows, and person by person. `how` says what is compared. Pure. */
export function changedTables(before: readonly DayTable[], after: readonly DayTable[], how: HowCompared): Changes {
  const rows = (tables: readonly DayTable[], name: string): number => tables.find((table) => table.name === name)?.rows.length ?? 0;
  const names = [...new Set([...before, ...after].map(({ name }) => name))];
  return {
    children: changedLines(linesOf(before, how), linesOf(after, how)),
    totals: names.map((name) => ({ what: nameOfPart(name), was: rows(before, name), now: rows(after, name) })),
  };
}
