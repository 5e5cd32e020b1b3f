import { demonstrationAuthority } from '../demo/authority.ts';
import { censusFor, lookedAfterFor } from '../src/commands/built-returns.ts';
import { dayInEngland } from '../src/kernel/calendar/dates.ts';
import type { Asking } from '../src/record/returns.ts';
import { whichYear } from '../src/returns/rule/period.ts';
import type { CollectionYear } from '../src/returns/rule/years.ts';
import { median, timed, type Note } from './figures.ts';
import { withDatabase, type Place } from './place.ts';
import { prepared } from './start-up.ts';

const { authority } = demonstrationAuthority;
const times = 5;

async function buildCensus(asking: Asking, year: CollectionYear): Promise<number> {
  let letters = 0;
  for await (const piece of censusFor(asking, year, undefined)) letters += piece.length;
  return letters;
}

async function buildReturn(asking: Asking, year: CollectionYear): Promise<number> {
  let lines = 0;
  for (const file of await lookedAfterFor(asking, year, undefined)) for (const line of file.lines) lines += line === '' ? 0 : 1;
  return lines;
}

/** The two yearly returns of the demonstration authority for the year that runs, each built from the record to its last byte. */
export async function measureReturns(place: Place, note: Note): Promise<void> {
  const { folder } = await prepared(place);
  const { year } = whichYear(dayInEngland(new Date()));
  await withDatabase(folder, async ({ owner }) => {
    const asking = { owner, authority };
    for (const [what, build] of [
      ['children in need census', buildCensus],
      ['children looked after return', buildReturn],
    ] as const) {
      const taken: number[] = [];
      for (let n = 0; n < times; n += 1) taken.push((await timed(() => build(asking, year))).ms / 1000);
      note({ what: `${what} of ${year}, the first time`, value: taken[0] ?? Number.NaN, unit: 's', n: 1, target: { most: 2 } });
      note({ what: `${what} of ${year}`, value: median(taken.slice(1)), unit: 's', n: times - 1, target: { most: 2 } });
    }
  });
}
