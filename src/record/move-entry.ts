import { randomUUID } from 'node:crypto';
import type { LocalDate } from '../kernel/calendar/dates.ts';
import { whatStands, type Line } from '../kernel/step/history.ts';
import { practitioners, type Permissions } from '../kernel/step/permission.ts';
import type { Client } from '../platform/database.ts';
import { append, type RecordParts } from './append.ts';
import type { Appended, ChildRecord, Derivation, NewEntry, Opened, Session } from './contract.ts';
import { derive, newLines, standingRow, type Derived } from './derive.ts';
import { admit, askOpen, readMany } from './reading.ts';
import { movedSource } from './rows.ts';
import { wholeRecords } from './whole-history.ts';

/** The step of the line that says of a record that something was moved away from it: no kind, no day, no words but why. */
export const movedEntry = 'movedEntry';
/** That something was moved away is no secret from whoever may open the record. */
export const movedEntryMay: Permissions = { record: practitioners, read: practitioners };

/** A statement that stands on the wrong record. */
export type Move = {
  readonly from: Opened;
  readonly to: Opened;
  /** The statement's own id: that of the entry by which it was first made. */
  readonly entry: string;
  /** Made by the caller: the id of the line that stays. Sent twice, it is moved once. */
  readonly tombstone: string;
  readonly on: LocalDate;
  /** Said on the wrong record: words that tell nothing of what was moved, nor where to. */
  readonly neutral: string;
  /** Said on the right record. */
  readonly reason: string;
};

type Original = {
  readonly entry: string;
  readonly wording: string;
  readonly shared: Readonly<Record<string, unknown>>;
  readonly answers: Readonly<Record<string, unknown>>;
};

const originalsQuery = `
  select e.entry, encode(e.wording, 'hex') as wording, c.shared, c.answers from record.entry e join record.content c using (authority, entry)
  where e.authority = $1 and e.entry = any($2::uuid[]) and c.person = $3`;

/** The statement with its corrections, as they were stated; undefined: it does not stand, or may not be read in full. */
function linesOf({ chain, history, unread = [] }: ChildRecord, entry: string): readonly Line[] | undefined {
  const statement = history.find((one) => one.entry === entry);
  if (statement === undefined) return undefined;
  const { corrections, ...first } = statement;
  const hidden = new Set(unread.map(({ position }) => position));
  const stated = [...chain.filter(({ position }) => position === first.position), ...corrections];
  return stated.some(({ position }) => hidden.has(position)) ? undefined : stated;
}

/** The same statements about the right person: who first recorded each, and when, stays said. */
function restated(
  lines: readonly Line[],
  originals: ReadonlyMap<string, Original>,
  { to, reason }: Move,
  position: number,
): readonly NewEntry[] {
  return lines.map((line, n) => {
    const original = originals.get(line.entry);
    if (original === undefined) throw new Error('A line that was read has no words');
    return {
      entry: randomUUID(),
      step: line.step,
      wording: original.wording,
      happenedOn: line.happenedOn,
      statedAt: line.statedAt ?? line.recordedAt,
      source: `${movedSource}${line.recordedBy}`,
      shared: original.shared,
      about: [
        {
          person: to.person,
          answers: original.answers,
          reason: n === 0 ? reason : (line.reason ?? reason),
          ...(n === 0 ? {} : { corrects: position + n }),
        },
      ],
    };
  });
}

const gone = (lines: readonly Line[], { from, tombstone, on, neutral }: Move): NewEntry => ({
  entry: tombstone,
  step: movedEntry,
  wording: '00',
  happenedOn: on,
  shared: {},
  about: [{ person: from.person, answers: {}, tombstone: true, reason: neutral, ...correcting(lines) }],
});

function correcting(lines: readonly Line[]): { readonly corrects?: number } {
  const last = lines.at(-1);
  return last === undefined ? {} : { corrects: last.position };
}

/** What is derived at one instant, until the next. */
type Then = Derived & { readonly knownFrom: string; readonly knownTo?: string };

/** What there was to be known at each instant from the first of these lines on, had they never been on this record. */
function pastWithout(derivation: Derivation, chain: readonly Line[], lines: readonly Line[]): readonly Then[] {
  const left = new Set(lines.map(({ position }) => position));
  const first = lines[0]?.position ?? 0;
  const instants = [...new Set(chain.filter(({ position }) => position >= first).map(({ recordedAt }) => recordedAt))];
  return instants.map((knownFrom, n) => {
    const until = chain.findLast(({ recordedAt }) => recordedAt === knownFrom)?.position ?? 0;
    const known = chain.filter(({ position, corrects }) => position <= until && !left.has(position) && !left.has(corrects ?? 0));
    const next = instants[n + 1];
    return { ...derive(derivation, whatStands(known)), knownFrom, ...(next === undefined ? {} : { knownTo: next }) };
  });
}

const rowsOf = (derivation: Derivation, person: string, past: readonly Then[]) => ({
  clocks: past.flatMap(({ clocks, knownFrom, knownTo }) => clocks.map((clock) => ({ ...clock, knownFrom, knownTo }))),
  standings: past.map(({ standing, knownFrom, knownTo }) => ({ ...standingRow(derivation, person, standing), knownFrom, knownTo })),
});

/** Why it cannot be moved, in words; or the lines that can. */
function movable(wrong: ChildRecord, { from, to, entry }: Move): string | readonly Line[] {
  if (from.person === to.person) return 'Choose another record to move it to';
  if (wrong.merged !== undefined)
    return 'Another record of this person is merged into this one: separate the two before an entry is moved away';
  const lines = linesOf(wrong, entry);
  if (lines === undefined) return 'This entry no longer stands, or you may not read all of it: it cannot be moved';
  return lines.some(({ source }) => source !== undefined)
    ? 'This entry came from a file. Say whose rows these are where the file was taken, and take it again'
    : lines;
}

async function originalsOf({ database }: RecordParts, from: Opened, lines: readonly Line[]): Promise<ReadonlyMap<string, Original>> {
  return askOpen(database, from, async (sql) => {
    const asked = [from.session.authority, lines.map(({ entry }) => entry), from.person];
    return new Map((await sql.query<Original>(originalsQuery, asked)).rows.map((row) => [row.entry, row]));
  });
}

/** See `WholeRecord.move`. */
export async function moveEntry(parts: RecordParts, session: Session, move: Move): Promise<Appended> {
  const { from, to } = move;
  const records = await readMany(parts.database, parts.derivation, [from, to]);
  const [wrong, right] = [records.get(from.person), records.get(to.person)];
  if (wrong === undefined || right === undefined) throw new Error('A record that was opened was not read');
  if (wrong.chain.some(({ entry }) => entry === move.tombstone)) return { kind: 'appended' };
  const lines = movable(wrong, move);
  if (typeof lines === 'string') return { kind: 'refused', message: lines };
  const tombstone = gone(lines, move);
  const entries = restated(lines, await originalsOf(parts, from, lines), move, right.position);
  const [{ chain } = wrong] = await wholeRecords(parts.database, parts.derivation, session, [wrong]);
  const left = { lines, chain, tombstone, position: wrong.position, to: entries.map(({ entry }) => entry) };
  return append(parts, session, [tombstone, ...entries], records, (sql) => takeAway(sql, parts.derivation, move, left));
}

type Left = {
  readonly lines: readonly Line[];
  readonly chain: readonly Line[];
  readonly tombstone: NewEntry;
  readonly position: number;
  readonly to: readonly string[];
};

/** The words leave the wrong record, and what had been derived from them, at every instant. */
async function takeAway(
  sql: Client,
  derivation: Derivation,
  { from, to }: Move,
  { lines, chain, tombstone, position, to: moved }: Left,
): Promise<void> {
  const { authority, actor } = from.session;
  await admit(sql, from, [from.person]);
  const asked = [authority, from.person];
  const { rows } = await sql.query<{ at: string }>('select recorded_at as at from record.head where authority = $1 and person = $2', asked);
  const last = newLines(from.person, position, [tombstone], actor, rows[0]?.at ?? '');
  const past = rowsOf(derivation, from.person, pastWithout(derivation, [...chain, ...last], lines));
  const pairs = lines.map(({ entry }, n) => ({ entry, to: moved[n] }));
  await sql.query('select record.take_away($1, $2, $3, $4, $5, $6, $7)', [
    ...asked,
    tombstone.entry,
    to.person,
    ...[pairs, past.clocks, past.standings].map((each) => JSON.stringify(each)),
  ]);
}
