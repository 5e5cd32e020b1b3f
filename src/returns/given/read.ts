import type { LocalDate } from '../../kernel/calendar/dates.ts';
import { listWith, readAnnex } from '../annex-a/reader.ts';
import { asglbShape } from '../asglb/reader.ts';
import type { HowCompared } from '../compared-tables.ts';
import { cpIsShape, withoutNumberShape } from '../cp-is/reader.ts';
import { feedTables, readCalls } from '../daily-feed/reader.ts';
import type { DayTable } from '../of-a-day.ts';
import { readCensusMessage, vacanciesShape, workersShape } from '../workforce-census/reader.ts';
import { givenCsv, readTable, type ReadTable, type TableShape } from './table.ts';
import type { GivenFile, GivenReturn } from './which.ts';

/** A return of another system as its files give it, in tables; what of them was not taken, in words. `on`: the day that the file itself says it is of. */
export type ReadGiven = { readonly tables: readonly DayTable[]; readonly refused: readonly string[]; readonly on?: LocalDate };

/** Reads the files of one return. */
export async function readGiven(of: GivenReturn, files: readonly GivenFile[]): Promise<ReadGiven> {
  if (of === 'daily-feed') {
    const { held, refused } = readCalls(files);
    return { tables: feedTables(held), refused };
  }
  const all: ReadGiven[] = [];
  for (const file of files) all.push(await readOne(of, file));
  const on = all.find((one) => one.on !== undefined)?.on;
  return {
    tables: together(all.flatMap(({ tables }) => tables)),
    refused: all.flatMap(({ refused }) => refused),
    ...(on === undefined ? {} : { on }),
  };
}

async function readOne(of: Exclude<GivenReturn, 'daily-feed'>, { name, bytes }: GivenFile): Promise<ReadGiven> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const book = readAnnex(name, bytes);
    return book === undefined
      ? { tables: [], refused: [`${name}: the workbook cannot be read. Open it in a spreadsheet, save it anew as xlsx and send it again`] }
      : given(book.tables, book.unmapped);
  }
  if (of === 'workforce-census' && bytes.toString('utf8', 0, 200).includes('<')) {
    const { tables, refused, on } = await readCensusMessage(name, bytes);
    return { ...given(tables, refused), ...(on === undefined ? {} : { on }) };
  }
  const sheet = givenCsv(name, bytes);
  if ('problem' in sheet) return { tables: [], refused: [sheet.problem] };
  if (of === 'cp-is' && sheet.heads.includes('ACTION'))
    return { tables: [], refused: [`${name}: it tells what has changed alone, in the column “ACTION”. Send the whole extract`] };
  return given([readTable(sheet, shapeOf(of, sheet.heads))], []);
}

function shapeOf(of: Exclude<GivenReturn, 'daily-feed'>, heads: readonly string[]): TableShape {
  if (of === 'cp-is') return heads.includes('WHAT_IS_MISSING') ? withoutNumberShape : cpIsShape;
  if (of === 'asglb') return asglbShape;
  const list = of === 'annex-a' ? listWith(heads) : undefined;
  return list ?? (heads.includes('NumberOfVacancies') ? vacanciesShape : workersShape);
}

const given = (tables: readonly ReadTable[], refused: readonly string[]): ReadGiven => ({
  tables: tables.map(({ table }) => table),
  refused: [...refused, ...tables.flatMap((one) => one.refused)],
});

/** The same table out of several files is one. */
const together = (tables: readonly DayTable[]): readonly DayTable[] =>
  [...Map.groupBy(tables, ({ name }) => name).values()].flatMap((all) => {
    const [first] = all;
    return first === undefined ? [] : [{ ...first, rows: all.flatMap(({ rows }) => rows) }];
  });

/** Ids and names of staff are each system’s own; an age follows from the birth and the day. */
const own: Readonly<Record<GivenReturn, (column: string) => boolean>> = {
  'annex-a': (column) => /^(Allocated |Age of |Family identifier|Organisation|LA of Placement)/.test(column),
  'cp-is': () => false,
  asglb: (column) => column === 'Family identifier',
  'workforce-census': (column) => column === 'QualInst',
  'daily-feed': (column) => column.endsWith('_id') && column !== 'la_child_id',
};
const people = new Set(['Child Unique ID', 'Individual adopter identifier', 'LOCAL_ID', 'SWENo', 'la_child_id']);
const figure = (_column: string, text: string): string => (/^\d+\.\d+$/.test(text) ? String(Number(text)) : text);

export const howGiven = (of: GivenReturn): HowCompared => ({
  isOwn: own[of],
  isPerson: (column) => people.has(column),
  ...(of === 'workforce-census' ? { said: figure } : {}),
});
