import { createHash } from 'node:crypto';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { dayInEngland, isDate, type LocalDate } from '../kernel/calendar/dates.ts';
import { notDone, Obstacle } from '../platform/obstacle.ts';
import type { Asking } from '../record/returns.ts';
import { csvOf } from '../web/export/sheet.ts';
import { isReturnOfADay, returnsOfADay, type AskedDay, type DayTable, type ReturnOfADay } from '../returns/of-a-day.ts';
import { annexFor } from './built-returns.ts';
import { onlyAuthority } from './chosen-authority.ts';
import { dayTables } from './day-tables.ts';
import { instantAsked } from './instant-asked.ts';
import { namesFor } from './names-for.ts';
import type { Opened } from './open.ts';
import { readWords } from './words.ts';

const annex = 'annex-a';
type DayReturn = ReturnOfADay | typeof annex;

const dayUsage = `return ${[...Object.keys(returnsOfADay), annex].join('|')} --out FOLDER [--on 2026-03-31] [--known-at 2026-05-31] [--changes-since 2026-05-30 (cp-is)] [--authority NUMBER]`;

export const isDayReturn = (kind: string | undefined): kind is DayReturn => kind !== undefined && (kind === annex || isReturnOfADay(kind));

/** A day that has come; without one, today. */
function dayAsked(given: string | undefined, today: LocalDate): LocalDate {
  if (given === undefined) return today;
  if (isDate(given) && given <= today) return given;
  throw new Obstacle(`--on is "${given}". Write a day that has come, for example ${today}.`);
}

/** return safeguarding-dataset | annex-a | …: what the record says on a day, a CSV file for each table, as known now or at an instant. */
export async function buildDayReturn({ app, owner }: Opened, parameters: readonly string[], from: string): Promise<boolean> {
  const words = readWords(parameters, { usage: dayUsage, options: ['on', 'out', 'known-at', 'changes-since', 'authority'] });
  const [kind, out] = [words.words.join(' '), words.one('out')];
  if (!isDayReturn(kind) || out === undefined) throw new Obstacle(`Usage: ${dayUsage}`);
  const on = dayAsked(words.one('on'), dayInEngland(new Date()));
  const { authority, name } = await onlyAuthority(app, words.one('authority'));
  const knownAt = instantAsked(words.one('known-at'));
  const since = instantAsked(words.one('changes-since'), '--changes-since');
  if (since !== undefined && kind !== 'cp-is') throw new Obstacle(`--changes-since is for cp-is alone. Usage: ${dayUsage}`);
  const asking: Asking = { owner, authority };
  const folder = resolve(from, out);
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(notDone(folder, 'made'));
  const hash = createHash('sha256');
  let rows = 0;
  const keep = async (file: string, text: string): Promise<void> => {
    hash.update(text);
    const path = join(folder, file);
    // One that was there before keeps what it allowed others.
    await chmod(path, 0o600).catch(() => {});
    await writeFile(path, text, { mode: 0o600 }).catch(notDone(file, 'written'));
  };
  for (const table of await tablesOf(kind, asking, { on, knownAt, since }, name)) {
    rows += table.rows.length;
    await keep(`${table.name}.csv`, await written(table));
    if (table.message !== undefined) await keep(`${kind}.xml`, table.message);
  }
  console.log(
    `${out}: ${kind === annex ? 'Annex A' : returnsOfADay[kind]} on ${on} of ${name}, as known ${knownAt ?? 'now'}: ${rows} rows. SHA-256 ${hash.digest('hex')}`,
  );
  return true;
}

async function tablesOf(kind: DayReturn, asking: Asking, asked: AskedDay, authority: string): Promise<readonly DayTable[]> {
  if (kind !== annex) return dayTables[kind](asking, asked);
  const { on, knownAt } = asked;
  const lists = await annexFor(asking, on, await namesFor(asking, authority), knownAt);
  return lists.map((list) => ({ ...list, name: list.name.toLowerCase().replace(' ', '-') }));
}

async function written({ name, heads, rows }: DayTable): Promise<string> {
  let text = '';
  for await (const piece of csvOf({ name, heads, rows: [rows] })) text += piece;
  return text;
}
