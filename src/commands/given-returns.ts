import type { LocalDate } from '../kernel/calendar/dates.ts';
import { registrationsOf, type Asking } from '../record/returns.ts';
import { compareTables } from '../returns/compared-tables.ts';
import { feedTables } from '../returns/daily-feed/reader.ts';
import type { ChildPayload } from '../returns/daily-feed/part.ts';
import { payloadOf } from '../returns/daily-feed/payload.ts';
import { howGiven, readGiven } from '../returns/given/read.ts';
import type { GivenFile, GivenReturn } from '../returns/given/which.ts';
import type { DayTable } from '../returns/of-a-day.ts';
import { datasetSteps } from '../returns/safeguarding-dataset/dataset.ts';
import type { Reconciliation } from '../web/parts.ts';
import { annexFor } from './built-returns.ts';
import { dayTables } from './day-tables.ts';
import { namesFor } from './names-for.ts';
import { toldWithRestrictions } from './told-with-restrictions.ts';

type Given = { readonly others: Reconciliation['others']; readonly unmapped: readonly string[] };

/** How files of the returns that are told in tables compare with what the record says of the same day, return by return. */
export async function reconciledGiven(
  asking: Asking,
  files: ReadonlyMap<GivenReturn, readonly GivenFile[]>,
  asked: LocalDate,
): Promise<Given> {
  const [others, unmapped]: [Reconciliation['others'][number][], string[]] = [[], []];
  for (const [of, own] of files) {
    const { tables, refused, on = asked } = await readGiven(of, own);
    unmapped.push(...refused);
    if (tables.length === 0) continue;
    others.push({ of, on, tables: compareTables(tables, await ours(asking, of, on), howGiven(of)) });
  }
  return { others, unmapped };
}

/** The same tables as the record has them. */
async function ours(asking: Asking, of: GivenReturn, on: LocalDate): Promise<readonly DayTable[]> {
  switch (of) {
    case 'annex-a':
      return annexFor(asking, on, await namesFor(asking, ''));
    case 'daily-feed':
      return feedTables(await heldOn(asking, on));
    default:
      return dayTables[of](asking, { on });
  }
}

/** What a full run of the feed would send. */
async function heldOn(asking: Asking, on: LocalDate): Promise<readonly ChildPayload[]> {
  const registrations = await registrationsOf(asking);
  const held: ChildPayload[] = [];
  for await (const about of toldWithRestrictions(asking, { of: 'dailyFeed', steps: datasetSteps, on, knownAt: undefined })) {
    const payload = payloadOf(about, { on, person: about.person, registrations });
    if (payload !== undefined) held.push(payload);
  }
  return held;
}
