import { writeFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { addDays, dayInEngland, isDate, type LocalDate } from '../kernel/calendar/dates.ts';
import { measures as all } from '../oversight/measures/measures.ts';
import { measureReading } from '../oversight/measures/readings.ts';
import { measureHeads, measureRows } from '../oversight/measures/table.ts';
import { countOf, shareOf, trendOf } from '../oversight/measures/words.ts';
import { Obstacle, wordsOfSystem } from '../platform/obstacle.ts';
import { csvOf, xlsxOf } from '../web/export/sheet.ts';
import { onlyAuthority } from './chosen-authority.ts';
import { measuredFor } from './measured-figures.ts';
import type { Opened } from './open.ts';
import { readWords } from './words.ts';

const usage = 'measures [--on 2026-10-31] [--out FILE.csv|FILE.xlsx] [--authority NUMBER]';

function dayAsked(given: string | undefined, today: LocalDate): LocalDate {
  if (given === undefined) return addDays(today, -1);
  if (!isDate(given)) throw new Obstacle(`--on is "${given}", which is not a day. Write it as 2026-10-31.`);
  if (given > today) throw new Obstacle(`--on is ${given}, which has not come. Measures are of today or of a day before it.`);
  return given;
}

/** measures: the published indicators as known at the end of a day, printed or written as a table. */
export async function measures({ app, owner }: Opened, parameters: readonly string[], from: string): Promise<boolean> {
  const words = readWords(parameters, { usage, options: ['on', 'out', 'authority'] });
  const on = dayAsked(words.one('on'), dayInEngland(new Date()));
  const out = words.one('out');
  const as = extname(out ?? '.csv').toLowerCase();
  if (as !== '.csv' && as !== '.xlsx')
    throw new Obstacle(`--out is "${out ?? ''}". Name a file that ends in .csv or .xlsx. Usage: ${usage}`);
  const { authority, name } = await onlyAuthority(app, words.one('authority'));
  const found = await measuredFor({ owner, authority }, on);
  const readings = all.map((measure) => measureReading(measure, found, new Map()));
  if (out === undefined) {
    console.log(`${name}, as known at the end of ${on}`);
    for (const reading of readings)
      console.log(
        [reading.measure.title, countOf(reading.measure, reading.now), shareOf(reading.measure, reading.now), trendOf(reading)]
          .filter((part) => part !== '')
          .join(' · '),
      );
    return true;
  }
  const sheet = {
    name: `Measures ${on}`,
    heads: measureHeads,
    rows: [readings.flatMap((reading) => measureRows({ reading, compared: undefined }, on))],
  };
  await writeFile(resolve(from, out), as === '.csv' ? csvOf(sheet) : xlsxOf(sheet)).catch((error: unknown) => {
    throw new Obstacle(`${out} could not be written: ${wordsOfSystem(error) ?? 'the system refused it'}.`);
  });
  console.log(`${out}: ${all.length} measures of ${name}, as known at the end of ${on}`);
  return true;
}
