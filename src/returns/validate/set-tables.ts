import { tablesOf, tablesOfCsv } from '../ssda903/children-of-set.ts';
import { placed, type Postcodes } from '../ssda903/placements.ts';
import type { ReturnLine } from '../ssda903/read-tables.ts';
import type { PackedSet, SeenFile, Taken } from './packed-set.ts';
import { isXml } from './return-set.ts';

type Tables = ReadonlyMap<string, readonly ReturnLine[]>;
export type Sides = { readonly now: readonly SeenFile[]; readonly last: readonly SeenFile[] };
export type Placing = { readonly authority: string | undefined; readonly postcodes: Pick<Postcodes, 'get'> | undefined };

/** The tables of a set, made of some of its rows, as they would be made of all. */
export class SetTables {
  private readonly now: Side;
  private readonly last: Side;
  private readonly isXml: boolean;
  private readonly placing: Placing;

  constructor({ now, last }: Sides, placing: Placing) {
    [this.now, this.last] = [new Side(now), new Side(last)];
    this.isXml = now.some(({ name }) => isXml(name));
    this.placing = placing;
  }

  /** Of each table the first row: which tables there are, and how they are written. */
  get firsts(): Tables {
    return this.tablesOf(this.now.firsts(), this.last.firsts());
  }

  /** The rows of some shares of the children, each numbered among all of its table. */
  of(set: PackedSet, shares: readonly number[]): Tables {
    const [now, last] = [this.now.empty(), this.last.empty()];
    for (const share of shares) for (const taken of set.take(share)) if (!this.now.add(now, taken)) this.last.add(last, taken);
    return this.tablesOf(inOrder(now), inOrder(last));
  }

  private tablesOf(now: Tables, last: Tables): Tables {
    const tablesIn = this.isXml ? tablesOf : tablesOfCsv;
    return new Map([...tablesIn([this.placed(now)], ''), ...tablesIn([this.placed(last)], '_last')]);
  }

  private placed(tables: Tables) {
    const { authority, postcodes } = this.placing;
    const file = { tables, faults: [] };
    return postcodes === undefined || authority === undefined ? file : placed(file, postcodes, authority);
  }
}

/** The files of one year. */
class Side {
  private readonly files: readonly SeenFile[];
  /** How many rows of each table stand before a file. */
  private readonly before = new Map<SeenFile, ReadonlyMap<string, number>>();

  constructor(files: readonly SeenFile[]) {
    this.files = files;
    const rows = new Map<string, number>();
    for (const file of files) {
      this.before.set(file, new Map(rows));
      for (const [table, own] of file.tables) rows.set(table, (rows.get(table) ?? 0) + own.rows);
    }
  }

  empty(): Map<string, ReturnLine[]> {
    return new Map(this.files.flatMap(({ tables }) => [...tables.keys()].map((table): [string, ReturnLine[]] => [table, []])));
  }

  firsts(): Tables {
    const tables = this.empty();
    for (const file of this.files)
      for (const [table, { first }] of file.tables) {
        const lines = tables.get(table);
        if (first !== undefined && lines?.length === 0) lines.push(first);
      }
    return tables;
  }

  /** @returns whether the row is of these files */
  add(tables: ReadonlyMap<string, ReturnLine[]>, { file, table, line }: Taken): boolean {
    const before = this.before.get(file);
    if (before === undefined) return false;
    tables.get(table)?.push({ ...line, number: line.number + (before.get(table) ?? 0) });
    return true;
  }
}

/** The children of several shares stand among one another. */
function inOrder(tables: ReadonlyMap<string, ReturnLine[]>): Tables {
  for (const lines of tables.values()) lines.sort((one, other) => (one.number ?? 0) - (other.number ?? 0));
  return tables;
}
