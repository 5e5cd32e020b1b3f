import { lookedAfterReturn } from '../ssda903/collection.ts';
import { childrenOf, namesOf, tablesOf, tablesOfCsv } from '../ssda903/children-of-set.ts';
import type { ReturnFile } from '../ssda903/read-tables.ts';
import type { GivenMetadata } from '../rule/given-tables.ts';
import type { CollectionYear } from '../rule/years.ts';
import { Telling, type Found } from './found.ts';

export type ReadFile = ReturnFile & { readonly file: string };
export type ReturnSet = {
  readonly year: CollectionYear;
  readonly now: readonly ReadFile[];
  readonly last: readonly ReadFile[];
  readonly metadata: GivenMetadata;
};

const atATime = 256;

/** Checks a looked-after return: a table stands in a file of its own, so that all of it is held; an authority has some thousand children. */
export function* validateReturn({ year, now, last, metadata }: ReturnSet): Generator<Found, void, undefined> {
  for (const { file, faults } of [...now, ...last]) for (const fault of faults) yield { kind: 'unreadable', file, ...fault };
  const tablesIn = metadata['file_format'] === 'xml' ? tablesOf : tablesOfCsv;
  const tables = new Map([...tablesIn(now, ''), ...tablesIn(last, '_last')]);
  const opened = lookedAfterReturn.open(({ years }) => years.includes(year), year, namesOf(tables), metadata);
  const [telling, whole] = [new Telling(lookedAfterReturn, year), opened.whole()];
  const children = childrenOf(tables);
  for (let at = 0; at < children.length; at += atATime) yield* telling.findings(whole.add(opened.part(children.slice(at, at + atATime))));
  yield* telling.end(whole.end());
}
