import type { RuleFound } from '../record/prepared-returns.ts';
import type { ReturnName } from './child-finding.ts';
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
/** By the number of the child: the rules whose findings somebody explained in the record. */
export type Explained = ReadonlyMap<string, ReadonlySet<string>>;

/** No return takes longer. */
const patience = 10 * 60_000;

/** What the rules find in a return as it was made, by rule. They run in a thread of their own: whoever else asks the server anything does not wait. */
export async function foundInReturn(made: MadeReturn, explained: Explained, folder: string | undefined): Promise<readonly RuleFound[]> {
  const tally = new Map<string, Tally>();
  const how = { year: made.year, authority: await authorityIn(folder, made.authority), folder };
  for await (const some of checkInThread(filesOf(made), how, AbortSignal.timeout(patience)))
    for (const told of some) count(tally, told, settledBy(explained, made.of));
  return [...tally].map(([code, one]) => found(code, one)).toSorted((a, b) => (a.code < b.code ? -1 : 1));
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

type IsSettled = (child: string, code: string, level: RuleFound['level']) => boolean;

/** An error of the census that a record explains is an error still; of the looked-after return the Department's list does not say which are errors. */
const settledBy =
  (explained: Explained, of: ReturnName): IsSettled =>
  (child, code, level) =>
    !(of === 'cin' && level === 'error') && explained.get(child)?.has(code) === true;

async function* filesOf({ of, bytes, last }: MadeReturn): AsyncGenerator<SentFile> {
  yield { name: `${of}.xml`, isLast: false, bytes: once(bytes) };
  if (last !== undefined) yield { name: `${of}-before.xml`, isLast: true, bytes: once(last) };
}

const part = 1 << 20;
async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += part) yield bytes.subarray(at, at + part);
}

type Tally = { readonly level: RuleFound['level']; findings: number; readonly children: Set<string>; readonly left: Set<string> };

function count(tally: Map<string, Tally>, told: Told, isSettled: IsSettled): void {
  const [code, level] = codeOf(told);
  const one = tally.get(code) ?? { level, findings: 0, children: new Set(), left: new Set() };
  tally.set(code, one);
  if (level === 'notChecked') return;
  one.findings += 1;
  const child = told.kind === 'finding' ? (told.child ?? '') : '';
  one.children.add(child);
  if (!isSettled(child, code, level)) one.left.add(child);
}

function codeOf(told: Told): readonly [string, RuleFound['level']] {
  if (told.kind === 'unreadable' || told.kind === 'refused') return ['file', 'defect'];
  if (told.kind !== 'finding') return [told.code, told.kind];
  return [told.code, told.isDraft === true ? 'draft' : told.level === 'query' ? 'query' : 'error'];
}

/** A draft is not yet a rule: nobody needs to explain what it finds. */
const found = (code: string, { level, findings, children, left }: Tally): RuleFound => ({
  code,
  level,
  findings,
  children: children.size,
  left: level === 'draft' || level === 'notChecked' ? 0 : left.size,
});
