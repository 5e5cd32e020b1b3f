import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { ReturnMadeWith } from '../record/prepared-returns.ts';
import { registrationsOf, type Asking } from '../record/returns.ts';
import type { Names } from '../returns/annex-a/known-of.ts';
import type { DayTable } from '../returns/of-a-day.ts';
import type { SignedOfADay } from '../returns/signed-of-a-day.ts';
import { censusTables, censusXml } from '../returns/workforce-census/census.ts';
import { csvOf, workbookOf, type Sheet } from '../web/export/sheet.ts';
import { annexFor } from './built-returns.ts';
import { namesFor } from './names-for.ts';
import { asglbFor } from './sharing-tables.ts';
import { workforceCensusFor } from './workforce-census.ts';

export type OfADay = { readonly of: SignedOfADay; readonly on: LocalDate; readonly knownAt: string; readonly madeWith: ReturnMadeWith };
/** A return of a day in its tables, and as the one file in which it is kept. */
export type MadeOfADay = { readonly tables: readonly DayTable[]; readonly bytes: Buffer };

/** With what a return of a day is made besides the record, as it is now. `authority`: its name. */
export async function madeWithNow(asking: Asking, of: SignedOfADay, authority: string): Promise<ReturnMadeWith> {
  if (of === 'workforce-census') return { registrations: Object.fromEntries(await registrationsOf(asking)) };
  if (of === 'asglb') return { registrations: {} };
  const { members, teams } = await namesFor(asking, authority);
  return { registrations: {}, names: { authority, members: Object.fromEntries(members), teams: Object.fromEntries(teams) } };
}

/** From the record as known at an instant: made again with the same, it is the same, byte for byte. */
export async function madeOfADay(asking: Asking, { of, on, knownAt, madeWith }: OfADay): Promise<MadeOfADay> {
  switch (of) {
    case 'annex-a': {
      const tables = await annexFor(asking, on, namesOf(madeWith), knownAt);
      return { tables, bytes: await whole(workbookOf(tables.map(sheetOf))) };
    }
    case 'asglb': {
      const tables = await asglbFor(asking, { on, knownAt });
      return { tables, bytes: Buffer.concat(await Promise.all(tables.map((table) => whole(csvOf(sheetOf(table)))))) };
    }
    case 'workforce-census': {
      const census = await workforceCensusFor(asking, { on, knownAt }, new Map(Object.entries(madeWith.registrations)));
      const { authority } = 'owner' in asking ? asking : asking.session;
      return { tables: censusTables(census), bytes: Buffer.from(censusXml(census, { authority, madeAt: knownAt })) };
    }
  }
}

export const namesOf = ({ names }: ReturnMadeWith): Names => ({
  authority: names?.authority,
  members: new Map(Object.entries(names?.members ?? {})),
  teams: new Map(Object.entries(names?.teams ?? {})),
});

const sheetOf = ({ name, heads, rows }: DayTable): Sheet => ({ name, heads, rows: [rows] });

async function whole(pieces: AsyncIterable<string | Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(Buffer.from(piece));
  return Buffer.concat(all);
}
