import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { addDays, date, isDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import { idOf, ManualFault, readChapter, type Chapter } from './chapter.ts';
import { fillOn } from './limits-told.ts';
import type { Edition, Manual, NationalChange, Place } from './manual.ts';
import type { Review } from './reviews.ts';
import { sealOf } from './seal.ts';
import { tableIn } from './table-in.ts';

/** Where the manual of this copy of the program is written. */
const manualFolder = (): string => join(process.env['SIGHTLINE_HOME'] ?? resolve(import.meta.dirname, '../../..'), 'procedures');

/** The whole manual with all its editions. Throws a `ManualFault` that says in which file what is wrong. */
export function readManual(folder = manualFolder()): Manual {
  const text = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const rows = tableIn(text('editions.md')).map((row) => ({ row, on: dayIn('editions.md', row['In force from']) }));
  const inOrder = rows.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const files = inOrder.map(({ on }) => chapterFiles(folder, on));
  const editions = inOrder.map(({ row, on }, n): Edition => {
    const next = inOrder[n + 1]?.on;
    return {
      on,
      ...(next === undefined ? {} : { until: addDays(next, -1) }),
      approvedOn: dayIn('editions.md', row['Approved on']),
      approvedBy: row['Approved by'] ?? '',
      because: row['Why'] ?? '',
      chapters: chaptersOf(files.slice(0, n + 1).flat(), text, on),
    };
  });
  return {
    editions: editions.toReversed(),
    changes: tableIn(text('national-changes.md')).map(changeOf),
    reviews: tableIn(text('reviews.md')).map(reviewOf),
  };
}

/** The editions that have been replaced, each with the seal that is said of it and the seal of what lies in its folder now. */
export function sealsIn(folder = manualFolder()): readonly { readonly on: LocalDate; readonly said: string; readonly found: string }[] {
  const text = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const rows = tableIn(text('editions.md')).map((row) => ({ on: dayIn('editions.md', row['In force from']), said: row['Sealed'] ?? '' }));
  const latest = rows.reduce((most, { on }) => (on > most ? on : most), date('0001-01-01'));
  return rows
    .filter(({ on }) => on < latest)
    .map(({ on, said }) => ({ on, said, found: sealOf(chapterFiles(folder, on).map((file) => [file, text(file)])) }));
}

const chapterFiles = (folder: string, on: LocalDate): readonly string[] =>
  readdirSync(join(folder, on))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${on}/${name}`);

/** A chapter that an edition does not write anew stands as the last edition left it. `files`: of all editions so far, the oldest first. */
function chaptersOf(files: readonly string[], text: (file: string) => string, on: LocalDate): readonly Chapter[] {
  const latest = new Map(files.map((file) => [idOf(file), file]));
  const numberOf = (file: string): string => file.split('/').at(-1) ?? '';
  return [...latest.values()]
    .toSorted((a, b) => (numberOf(a) < numberOf(b) ? -1 : 1))
    .map((file) => readChapter(file, text(file), fillOn(on)))
    .filter(({ isWithdrawn }) => !isWithdrawn);
}

function dayIn(file: string, said: string | undefined): LocalDate {
  if (said === undefined || !isDate(said)) throw new ManualFault(`${file}: "${said ?? ''}" is no date. Write it as 2026-11-02.`);
  return date(said);
}

function changeOf(row: Readonly<Record<string, string>>): NationalChange {
  const edition = row['Edition'] ?? '';
  return {
    change: row['Change'] ?? '',
    source: row['Source'] ?? '',
    published: row['Published'] ?? '',
    decision: row['Decision'] ?? '',
    decidedOn: dayIn('national-changes.md', row['Decided on']),
    ...(edition === '' ? {} : { edition: dayIn('national-changes.md', edition) }),
    sections: wordsIn(row['Sections']).map(placeOf),
  };
}

const reviewOf = (row: Readonly<Record<string, string>>): Review => ({
  on: dayIn('reviews.md', row['Reviewed on']),
  chapters: wordsIn(row['Chapters']),
  by: row['By'] ?? '',
  found: row['What was found'] ?? '',
  nextBy: dayIn('reviews.md', row['Next by']),
});

const wordsIn = (said = ''): readonly string[] => said.split(/[\s,]+/).filter((word) => word !== '');

function placeOf(words: string): Place {
  const [chapter = '', section] = words.split('#');
  return { chapter, ...(section === undefined ? {} : { section }) };
}
