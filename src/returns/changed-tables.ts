import type { Changes } from './changes.ts';
import type { HowCompared } from './compared-tables.ts';
import { dayOnly } from './compared-tables.ts';
import type { DayTable } from './of-a-day.ts';
import { nameOfPart } from './part-titles.ts';

type Lines = ReadonlyMap<string, readonly string[]>;

/** What each person has in the tables, a line for each value. */
function linesOf(tables: readonly DayTable[], { isPerson, isOwn, said = dayOnly }: HowCompared): Lines {
  const lines = new Map<string, string[]>();
  for (const { name, heads, rows } of tables) {
    const person = heads.findIndex(isPerson);
    for (const row of rows) {
      const who = String(row[person] ?? name);
      const own = lines.get(who) ?? [];
      lines.set(who, own);
      for (const [n, head] of heads.entries())
        if (n !== person && !isOwn(head) && row[n] !== undefined && row[n] !== '')
          own.push(`${nameOfPart(name)}, ${head}: ${said(head, String(row[n]))}`);
    }
  }
  return lines;
}

/** Compares the tables of two files in rows, and person by person. `how` says what is compared. Pure. */
export function changedTables(before: readonly DayTable[], after: readonly DayTable[], how: HowCompared): Changes {
  const [was, now] = [linesOf(before, how), linesOf(after, how)];
  const children = [...new Set([...was.keys(), ...now.keys()])].toSorted().flatMap((child) => {
    const [one, other] = [was.get(child) ?? [], now.get(child) ?? []];
    const change = { child, was: without(one, other), now: without(other, one) };
    return change.was.length + change.now.length === 0 ? [] : [change];
  });
  const rows = (tables: readonly DayTable[], name: string): number => tables.find((table) => table.name === name)?.rows.length ?? 0;
  const names = [...new Set([...before, ...after].map(({ name }) => name))];
  return { children, totals: names.map((name) => ({ what: nameOfPart(name), was: rows(before, name), now: rows(after, name) })) };
}

/** What stands twice is taken away once for each. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = Map.groupBy(others, (one) => one);
  return lines.filter((line) => left.get(line)?.pop() === undefined);
}
