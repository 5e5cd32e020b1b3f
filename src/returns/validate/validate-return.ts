import type { Opened } from '../rule/given-tables.ts';
import { childrenOf, namesOf } from '../ssda903/children-of-set.ts';
import { lookedAfterReturn } from '../ssda903/collection.ts';
import { Telling, type Found } from './found.ts';
import { PackedSet, type ComingFile, type Sizes } from './packed-set.ts';
import { howOf, type HowToCheck } from './return-set.ts';
import { SetTables } from './set-tables.ts';

/** The files of a return: as often as they are asked for, or once. */
export type ComingSet = {
  readonly open: () => AsyncIterable<ComingFile>;
  readonly isOnce: boolean;
  /** Is told how much of the children is checked, of 1, once all files have been read. */
  readonly whenChecked?: ((part: number) => void) | undefined;
};

/** What is told of a return: what was found in it, or why it cannot be checked. */
export type Told = Found | { readonly kind: 'refused'; readonly message: string };

const million = 1024 * 1024;
export const usualSizes: Sizes = { packed: 256 * million, inOrder: 4 * million, together: million / 2, ofAShare: 16 * million };

const atATime = 256;

/**
 * Checks a looked-after return of any size in the memory of a small one. A table stands in a file of its own, so that a child’s rows lie far apart: they are packed in memory as they
 * come, in shares of the children, and checked share by share when all files have been read. What does not fit is left for another reading; where there can be none, the return is
 * refused. Findings come in the order of the files as far as rows are looked at together: of a return of a few megabytes all are.
 */
export async function* validateReturn(coming: ComingSet, asked: HowToCheck, sizes = usualSizes): AsyncGenerator<Told, void, undefined> {
  let set = new PackedSet({ sizes, asksPostcodes: asked.authority !== undefined && asked.reference.postcodes !== undefined });
  if (!(yield* set.read(coming.open(), !coming.isOnce))) return yield { kind: 'refused', message: tooMuch };
  // Of what is no return at all, why it cannot be read is all that is to be said.
  if (set.faults > 0 && set.files.every(({ tables }) => tables.size === 0)) return;
  const how = howOf(set.files, asked);
  if (how.kind === 'refused') return yield how;
  const postcodes = how.authority === undefined ? undefined : await set.postcodesIn(asked.reference);
  const tables = new SetTables(how, { authority: how.authority, postcodes });
  const opened = lookedAfterReturn.open(
    ({ years }) => years.includes(how.year),
    how.year,
    namesOf(tables.firsts),
    how.metadataWith(postcodes),
  );
  const examining = {
    opened,
    telling: new Telling(lookedAfterReturn, how.year),
    whole: opened.whole(),
    tables,
    sizes,
    whenChecked: coming.whenChecked,
  };
  for (;;) {
    if (!(yield* examineShares(set, examining))) return yield { kind: 'refused', message: tooMuchOfOne };
    if (set.left.size === 0) break;
    set = new PackedSet({ sizes, before: set });
    if (!(yield* set.read(coming.open(), true))) return yield { kind: 'refused', message: tooMuch };
  }
  yield* examining.telling.end(examining.whole.end());
}

const tooMuch =
  'These files take more than 256 MB of memory, packed: a real return of a gigabyte does not. Look whether they are one. On a machine of your own they are checked whatever their size: sightline validate FILES --year 2025-26';
const tooMuchOfOne =
  'Rows of more than 16 MB are of one child, or of nobody, where a child has some dozens of rows. Look whether each row names its own child in the column CHILD.';

type Examining = {
  readonly opened: Opened;
  readonly telling: Telling;
  readonly whole: ReturnType<Opened['whole']>;
  readonly tables: SetTables;
  readonly sizes: Sizes;
  readonly whenChecked: ComingSet['whenChecked'];
};

/** Examines all that is held. @returns whether it could be */
async function* examineShares(set: PackedSet, examining: Examining): AsyncGenerator<Told, boolean> {
  const { opened, telling, whole, tables, sizes, whenChecked } = examining;
  const held = set.rows.sizes;
  const all = held.reduce((sum, size) => sum + size, 0);
  for (const shares of together(held, all > sizes.inOrder ? sizes.together : all)) {
    if (shares.some((share) => (held[share] ?? 0) > sizes.ofAShare)) return false;
    const children = childrenOf(tables.of(set, shares));
    for (let at = 0; at < children.length; at += atATime) yield* telling.findings(whole.add(opened.part(children.slice(at, at + atATime))));
    whenChecked?.(((shares.at(-1) ?? 0) + 1) / held.length);
  }
  return true;
}

/** Shares that follow one another, as many as have not too much together. */
function together(sizes: readonly number[], most: number): readonly (readonly number[])[] {
  const groups: number[][] = [[]];
  let size = 0;
  for (const [share, own] of sizes.entries()) {
    size += own;
    if (size > most && share > 0) {
      groups.push([]);
      size = own;
    }
    groups.at(-1)?.push(share);
  }
  return groups;
}
