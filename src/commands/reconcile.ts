import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { filesAt } from '../import/file-set.ts';
import { bytesOf } from '../import/intake/sent-file.ts';
import { readDatasetCsv, tableNamedIn } from '../import/safeguarding-dataset/dataset-csv.ts';
import { dayInEngland, isDate } from '../kernel/calendar/dates.ts';
import { notDone, Obstacle } from '../platform/obstacle.ts';
import { whichGiven, type GivenFile, type GivenReturn } from '../returns/given/which.ts';
import type { DayTable } from '../returns/of-a-day.ts';
import { reconcile } from '../returns/safeguarding-dataset/reconcile.ts';
import { datasetTables } from '../vocabulary/safeguarding-dataset.ts';
import { csvLine } from '../web/export/sheet.ts';
import { datasetFor } from './built-returns.ts';
import { reconciledGiven } from './given-returns.ts';
import { onlyAuthority } from './chosen-authority.ts';
import type { Opened } from './open.ts';
import { readWords } from './words.ts';

const usage = 'reconcile FOLDER [--on 2026-03-31] [--out FILE.csv] [--authority NUMBER]';

/** The tables of an extract as its files give them. */
async function tablesAt(path: string): Promise<readonly DayTable[]> {
  const tables: DayTable[] = [];
  for (const file of (await filesAt(path)) ?? []) {
    const table = tableNamedIn(file.name);
    if (table === undefined) continue;
    const heads = (datasetTables.get(table) ?? []).map(({ name }) => name);
    const rows: (readonly (string | undefined)[])[] = [];
    for await (const event of readDatasetCsv({ name: file.name, table, bytes: file.bytes, open: () => bytesOf(file) }))
      if (event.kind === 'row') rows.push(heads.map((head) => event.row.values[head]));
      else if (event.kind === 'stopped') throw new Obstacle(`${file.name}: ${event.message}`);
    tables.push({ name: table, heads, rows });
  }
  return tables;
}

/** What of a folder is a return that is told in tables, by the return. */
async function givenAt(path: string): Promise<ReadonlyMap<GivenReturn, readonly GivenFile[]>> {
  const found = new Map<GivenReturn, GivenFile[]>();
  for (const file of (await filesAt(path, /\.(csv|xml|txt|xlsx|json)$/i)) ?? []) {
    if (tableNamedIn(file.name) !== undefined) continue;
    const given = { name: file.name, bytes: await buffer(bytesOf(file)) };
    const of = whichGiven(given);
    if (of !== undefined) found.set(of, [...(found.get(of) ?? []), given]);
  }
  return found;
}

/** reconcile: how an extract of the Standard Safeguarding Dataset, and other returns that are told in tables, compare with what the record says now. @returns whether nothing differs */
export async function reconcileExtract(
  { app, owner }: Pick<Opened, 'app' | 'owner'>,
  parameters: readonly string[],
  from: string,
): Promise<boolean> {
  const { words, one } = readWords(parameters, { usage, options: ['on', 'out', 'authority'] });
  const [folder, ...more] = words;
  const on = one('on') ?? dayInEngland(new Date());
  if (folder === undefined || more.length > 0) throw new Obstacle(`Usage: ${usage}`);
  if (!isDate(on)) throw new Obstacle(`--on is "${on}". Write a day, for example 2026-03-31.`);
  const { authority } = await onlyAuthority(app, one('authority'));
  const asking = { owner, authority };
  const theirs = await tablesAt(resolve(from, folder));
  const { others, unmapped } = await reconciledGiven(asking, await givenAt(resolve(from, folder)), on);
  if (theirs.length === 0 && others.length === 0 && unmapped.length === 0)
    throw new Obstacle(
      `${folder} holds no file that is named for a table, such as ssd_person.csv, nor one of Annex A, CP-IS, ASGLB, the workforce census or the daily feed.`,
    );
  const dataset = theirs.length === 0 ? [] : reconcile(theirs, await datasetFor(asking, on, undefined));
  const found = [...dataset, ...others.flatMap(({ of, tables }) => tables.map((each) => ({ ...each, table: `${of} ${each.table}` })))];
  console.log('     file   record     same  table');
  for (const { table, theirs: there, ours, same } of found)
    console.log(`${String(there).padStart(9)}${String(ours).padStart(9)}${String(same).padStart(9)}  ${table}`);
  const differences = found.flatMap(({ table, differences: all }) => all.map((each) => [table, each.in, each.person, each.says] as const));
  console.log(`${differences.length} rows stand in one of the two alone, or differ.`);
  const out = one('out');
  if (out !== undefined)
    await writeFile(resolve(from, out), [['table', 'only in', 'person', 'what it says'], ...differences].map(csvLine).join(''), {
      mode: 0o600,
    }).catch(notDone(out, 'written'));
  for (const words of unmapped) console.log(words);
  return differences.length === 0 && unmapped.length === 0;
}
