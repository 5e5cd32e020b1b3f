import type { RuleFound } from '../record/prepared-returns.ts';
import type { ReturnName } from './child-finding.ts';
import type { RecordExplains } from './explained-rules.ts';
import { foundRow, writtenRow, type KeptRow } from './found-rows.ts';
import type { CollectionYear } from './rule/years.ts';
import { checkInThread } from './validate/check-in-thread.ts';
import type { SentFile, Told } from './validate/check-sent.ts';
import { readReference } from './validate/reference.ts';

export type MadeReturn = {
  readonly of: ReturnName;
  readonly year: CollectionYear;
  /** The Department's number of the authority that makes it. */
  readonly authority: number;
  readonly bytes: Uint8Array;
  /** Of the looked-after return: that of the year before, with which it is compared. */
  readonly last?: Uint8Array;
};
/** By the number of the child, and by rule: what somebody explained in the record. */
export type Explained = ReadonlyMap<string, ReadonlyMap<string, RecordExplains>>;

/** By rule, and row by row as it is kept (`found-rows.ts`). */
export type FoundInReturn = { readonly found: readonly RuleFound[]; readonly rows: Buffer };

/** No return takes longer. */
const patience = 10 * 60_000;

/** What the rules find in a return as it was made. They run in a thread of their own: whoever else asks the server anything does not wait. */
export async function foundInReturn(made: MadeReturn, explained: Explained, folder: string | undefined): Promise<FoundInReturn> {
  const tally = new Map<string, Tally>();
  const how = { year: made.year, authority: await authorityIn(folder, made.authority), folder };
  const isSettled = settledBy(made.of);
  const rows: Buffer[] = [];
  for await (const some of checkInThread(filesOf(made), how, AbortSignal.timeout(patience))) {
    const told = some.map((one) => foundRow(one, saidOf(explained, one)));
    for (const row of told) count(tally, row, isSettled);
    rows.push(Buffer.from(told.map(writtenRow).join('')));
  }
  const found = [...tally].map(([code, one]) => foundBy(code, one)).toSorted((a, b) => (a.code < b.code ? -1 : 1));
  return { found, rows: Buffer.concat(rows) };
}

/**
 * The authority's code, where the reference data has one for its number. Without it nobody can say which postcodes are inside, and the rules that ask are told
 * of as not checked.
 */
async function authorityIn(folder: string | undefined, number: number): Promise<string | undefined> {
  const read = folder === undefined ? undefined : await readReference(folder);
  const codes = read?.kind === 'read' ? read.reference.authorities : undefined;
  return codes?.get(String(number)) ?? codes?.get(String(number).padStart(3, '0'));
}

const saidOf = (explained: Explained, told: Told): RecordExplains | undefined =>
  told.kind === 'finding' ? explained.get(told.child ?? '')?.get(told.code) : undefined;

type IsSettled = (row: KeptRow) => boolean;

/** An error of the census that a record explains is an error still; of the looked-after return the Department's list does not say which are errors. */
const settledBy =
  (of: ReturnName): IsSettled =>
  ({ level, explained }) =>
    !(of === 'cin' && level === 'error') && explained?.isOfAll === true;

async function* filesOf({ of, bytes, last }: MadeReturn): AsyncGenerator<SentFile> {
  yield { name: `${of}.xml`, isLast: false, bytes: once(bytes) };
  if (last !== undefined) yield { name: `${of}-before.xml`, isLast: true, bytes: once(last) };
}

const part = 1 << 20;
async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += part) yield bytes.subarray(at, at + part);
}

export type Tally = {
  readonly level: RuleFound['level'];
  readonly words: string;
  findings: number;
  readonly children: Set<string>;
  /** Of whom nobody has explained it. */
  readonly left: Set<string>;
};

function count(tally: Map<string, Tally>, row: KeptRow, isSettled: IsSettled): void {
  const { code, level, words } = row;
  const one = tally.get(code) ?? { level, words, findings: 0, children: new Set(), left: new Set() };
  tally.set(code, one);
  if (level === 'notChecked') return;
  one.findings += 1;
  const child = row.child ?? '';
  one.children.add(child);
  if (!isSettled(row)) one.left.add(child);
}

/** A draft is not yet a rule: nobody needs to explain what it finds. */
export const foundBy = (code: string, { level, words, findings, children, left }: Tally): RuleFound => ({
  code,
  level,
  words,
  findings,
  children: children.size,
  left: level === 'draft' || level === 'notChecked' ? 0 : left.size,
});
