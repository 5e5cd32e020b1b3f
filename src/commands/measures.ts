import { writeFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { dayInEngland } from '../kernel/calendar/dates.ts';
import { measures as all } from '../oversight/measures/measures.ts';
import { measureReading } from '../oversight/measures/readings.ts';
import { measureHeads, measureRows } from '../oversight/measures/table.ts';
import { countOf, shareOf, trendOf } from '../oversight/measures/words.ts';
import { notDone, Obstacle } from '../platform/obstacle.ts';
import { csvOf, xlsxOf } from '../web/export/sheet.ts';
import { onlyAuthority } from './chosen-authority.ts';
import { measuredFor } from './measured-figures.ts';
import type { Opened } from './open.ts';
import { pastDayAsked } from './past-day-asked.ts';
import { readWords } from './words.ts';

const usage = 'measures [--on 2026-10-31] [--out FILE.csv|FILE.xlsx] [--authority NUMBER]';

/** measures: the published indicators as known at the end of a day, printed or written as a table. */
export async function measures({ app, owner }: Opened, parameters: readonly string[], from: string): Promise<boolean> {
  const words = readWords(parameters, { usage, options: ['on', 'out', 'authority'] });
  const on = pastDayAsked(words.one('on'), dayInEngland(new Date()), 'Measures are');
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
  await writeFile(resolve(from, out), as === '.csv' ? csvOf(sheet) : xlsxOf(sheet)).catch(notDone(out, 'written'));
  console.log(`${out}: ${all.length} measures of ${name}, as known at the end of ${on}`);
  return true;
}
