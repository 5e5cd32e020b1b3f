import { childrenInNeedCensus } from '../cin-census/collection.ts';
import { readCensus } from '../cin-census/read-census.ts';
import type { Opened } from '../rule/given-tables.ts';
import type { GivenRow } from '../rule/rows.ts';
import { collectionYears, isCollectionYear, type CollectionYear } from '../rule/years.ts';
import { Telling, type Found } from './found.ts';

/** Checks a census as it is read: what stands in memory is a few hundred children, and what was counted. */
export async function* validateCensus(
  source: AsyncIterable<Uint8Array>,
  { file, year }: { readonly file: string; readonly year: CollectionYear | undefined },
): AsyncGenerator<Found, void, undefined> {
  let open: Open | undefined;
  for await (const piece of readCensus(source)) {
    if (piece.kind === 'unreadable') yield { ...piece, file };
    else if (piece.kind === 'header') {
      if (open !== undefined) continue;
      const chosen = year ?? yearIn(piece.header);
      if (chosen === undefined) return yield { kind: 'unreadable', file, line: piece.line, message: noYear };
      open = openIn(chosen, piece.header);
    } else if (open !== undefined) yield* open.telling.findings(open.whole.add(open.part(piece.children)));
  }
  if (open !== undefined) yield* open.telling.end(open.whole.end());
}

type Open = { readonly telling: Telling; readonly part: Opened['part']; readonly whole: ReturnType<Opened['whole']> };

function openIn(year: CollectionYear, header: GivenRow): Open {
  const tables = { Header: { columns: Object.keys(header), rows: [header] } };
  const opened = childrenInNeedCensus.open(({ years }) => years.includes(year), year, tables, {});
  return { telling: new Telling(childrenInNeedCensus, year), part: opened.part, whole: opened.whole() };
}

const noYear = `The Header's ReferenceDate is of no year of which rules are kept (${collectionYears.join(', ')}). Say with --year by which it is to be checked.`;

/** A census ends on 31 March of the second year of its collection. */
function yearIn(header: GivenRow): CollectionYear | undefined {
  const ends = /^(20\d\d)-03-31$/.exec(String(header['ReferenceDate'] ?? ''))?.[1] ?? /^20\d\d$/.exec(String(header['Year'] ?? ''))?.[0];
  return ends === undefined ? undefined : yearEnding(Number(ends));
}

export function yearEnding(ends: number): CollectionYear | undefined {
  const year = `${ends - 1}-${String(ends).slice(2)}`;
  return isCollectionYear(year) ? year : undefined;
}
