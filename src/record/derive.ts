import type { Clock } from '../kernel/step/clock.ts';
import { whatStands, type History, type Line } from '../kernel/step/history.ts';
import { inLists, type BoardLine } from '../kernel/derivation/derivation.ts';
import type { ChildRecord, Derivation, Identifier, KnownBy, NewEntry, ReadBy, Standing } from './contract.ts';
import { origin } from './rows.ts';
import { joined } from './merged.ts';
import { soughtRow } from './search/sought-row.ts';

/** What is derived from one child's history. */
export type Derived = {
  readonly clocks: readonly Clock[];
  readonly standing: Standing;
  readonly identifiers: readonly Identifier[];
  readonly knownBy: KnownBy;
};

export function derive(derivation: Derivation, history: History): Derived {
  return {
    clocks: derivation.clocks(history),
    standing: derivation.standing(history),
    identifiers: derivation.identifiers(history),
    knownBy: derivation.knownBy(history),
  };
}

/** JSON with its keys in order: two values that say the same are the same text, whatever jsonb did to their order. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  );
}

/** A record about whom nothing has been stated. */
export const nothingStated = (derivation: Derivation, person: string): ChildRecord => ({
  person,
  position: 0,
  chain: [],
  history: [],
  clocks: [],
  standing: derivation.standing([]),
});

/** What is sent to `record.append` besides the statements. */
export type Changes = {
  readonly clocks: readonly object[];
  readonly standings: readonly object[];
  readonly identifiers: readonly object[];
};

const clockKey = (clock: Clock): string => `${clock.rule} ${clock.startedBy}`;

/** Every fact of a clock: it is flat, and so compared a thousand times in an import without making anything of it. */
const facts: { readonly [fact in keyof Clock]-?: (a: Clock, b: Clock) => boolean } = {
  rule: (a, b) => a.rule === b.rule,
  startedBy: (a, b) => a.startedBy === b.startedBy,
  version: (a, b) => a.version === b.version,
  startedOn: (a, b) => a.startedOn === b.startedOn,
  dueOn: (a, b) => a.dueOn === b.dueOn,
  dueAt: (a, b) => a.dueAt === b.dueAt,
  metBy: (a, b) => a.metBy === b.metBy,
  metOn: (a, b) => a.metOn === b.metOn,
  metAt: (a, b) => a.metAt === b.metAt,
  endedOn: (a, b) => a.endedOn === b.endedOn,
  endedBecause: (a, b) => a.endedBecause === b.endedBecause,
  lateReason: (a, b) => a.lateReason === b.lateReason,
  notInSource: (a, b) => a.notInSource === b.notInSource,
};
const areTheSame = Object.values(facts);
const saysTheSame = (a: Clock | undefined, b: Clock): boolean => a !== undefined && areTheSame.every((isSame) => isSame(a, b));

/** The clocks that are new, changed or gone. Most stand where they stood: only what follows the first that does not is looked up. */
export function changedClocks(person: string, before: readonly Clock[], after: readonly Clock[]): readonly object[] {
  const first = after.findIndex((clock, n) => !saysTheSame(before[n], clock));
  const from = first === -1 ? after.length : first;
  const known = new Map(before.slice(from).map((clock) => [clockKey(clock), clock]));
  const rest = after.slice(from).map((clock) => ({ clock, was: known.get(clockKey(clock)) }));
  const kept = new Set(rest.map(({ was }) => was));
  const changed = rest.filter(({ clock, was }) => !saysTheSame(was, clock)).map(({ clock }) => ({ person, ...clock }));
  const gone = [...known.values()]
    .filter((clock) => !kept.has(clock))
    .map(({ rule, startedBy }) => ({ person, rule, startedBy, gone: true }));
  return [...changed, ...gone];
}

export const identifierKey = ({ kind, value }: Identifier): string => `${kind} ${value}`;

/** The identifiers that are new or gone. */
export function changedIdentifiers(person: string, before: readonly Identifier[], after: readonly Identifier[]): readonly object[] {
  const known = new Set(before.map(identifierKey));
  const kept = new Set(after.map(identifierKey));
  return [
    ...before.filter((one) => !kept.has(identifierKey(one))).map(({ kind, value }) => ({ person, kind, value, gone: true })),
    ...after.filter((one) => !known.has(identifierKey(one))).map(({ kind, value }) => ({ person, kind, value })),
  ];
}

type Parts = Readonly<Record<string, unknown>>;

/** What lists may show, and apart from it, by step, the words that belong to a step. */
export type StandingApart = { readonly state: Parts; readonly words: Readonly<Record<string, Parts>> };

/** No step has this name: what nobody has declared is kept, and given to nobody. */
const undeclared = '';

export function apart(readBy: Partial<ReadBy>, standing: Standing): StandingApart {
  const declared: ReadonlyMap<string, string> = new Map(Object.entries(readBy));
  const given = Object.entries(standing).filter(([, value]) => value !== undefined);
  const { [inLists]: state = {}, ...words } = Object.fromEntries(
    [...Map.groupBy(given, ([key]) => declared.get(key) ?? undeclared)].map(([by, parts]) => [by, Object.fromEntries(parts)]),
  );
  return { state, words };
}

/** A standing as `record.append` takes it: the columns by which lists look it up, what they show, and apart from it what belongs to steps. */
export function standingRow({ readBy }: Pick<Derivation, 'readBy'>, person: string, standing: Standing): object {
  const { team, worker, onPlanSince, openSince, lookedAfterSince, name } = standing;
  return { person, team, worker, onPlanSince, openSince, lookedAfterSince, name, ...apart(readBy, standing) };
}

/** The lines that entries add to one child's chain, in the order in which they will be chained. */
export function newLines(person: string, position: number, entries: readonly NewEntry[], actor: string, at: string): readonly Line[] {
  return entries
    .flatMap((entry) => entry.about.filter((about) => about.person === person).map((about) => ({ entry, about })))
    .map(({ entry, about }, n) => ({
      entry: entry.entry,
      step: entry.step,
      position: position + n + 1,
      happenedOn: entry.happenedOn,
      recordedAt: at,
      ...origin(actor, entry.source),
      ...(entry.statedAt === undefined ? {} : { statedAt: entry.statedAt }),
      ...(about.corrects === undefined ? {} : { corrects: about.corrects }),
      tombstone: about.tombstone ?? false,
      ...(about.reason === undefined ? {} : { reason: about.reason }),
      answers: { ...asStored(entry.shared), ...asStored(about.answers) },
    }));
}

/** What comes back from the database for what is sent: nothing undefined, nothing that only JavaScript knows. */
const asStored = (answers: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => JSON.parse(JSON.stringify(answers));

/** An instant as the database writes it. */
export const asRecorded = (at: Date): string => at.toISOString().replace('T', ' ').replace('Z', '+00');

/** What the boards need of a child; null, and said to the database as such: the child is on none. */
export const lineOf = (derivation: Derivation, { standing, clocks }: Derived, from: Date): BoardLine | null =>
  derivation.boardLine(standing, clocks, from) ?? null;

/** Whether what is derived of somebody differs, and in what. */
export type Difference = {
  readonly clocks: readonly object[];
  readonly isSameStanding: boolean;
  readonly isFoundTheSame: boolean;
  /** The boards' row says of limits too. */
  readonly isSame: boolean;
};

/** `before` undefined: nothing had been stated. */
export function differenceOf(person: string, before: Derived | undefined, after: Derived): Difference {
  const clocks = changedClocks(person, before?.clocks ?? [], after.clocks);
  const isSameStanding = before !== undefined && canonical(before.standing) === canonical(after.standing);
  const isFoundTheSame = before !== undefined && canonical(before.knownBy) === canonical(after.knownBy);
  return { clocks, isSameStanding, isFoundTheSame, isSame: isSameStanding && isFoundTheSame && clocks.length === 0 };
}

/** Of a file nothing is derived for lists: it is nobody's. */
const isOfFile = ({ fileSteps }: Derivation, { standing }: ChildRecord, entries: readonly NewEntry[]): boolean =>
  standing.file !== undefined || entries.some(({ step }) => fileSteps?.has(step));

/** What entries change in what is derived of one child, upon the record as it was read. `historyOf`: of a record that is, or is being, merged into it. */
export function changesOf(
  derivation: Derivation,
  before: ChildRecord,
  entries: readonly NewEntry[],
  actor: string,
  at: Date,
  historyOf: (person: string) => History,
): Changes {
  const lines = newLines(before.person, before.position, entries, actor, asRecorded(at));
  const after = derive(derivation, joined(derivation, whatStands([...before.chain, ...lines]), historyOf));
  const known = { ...before, identifiers: derivation.identifiers(before.history), knownBy: derivation.knownBy(before.history) };
  const { clocks, isSame, isFoundTheSame } = differenceOf(before.person, before.position === 0 ? undefined : known, after);
  const row = { ...standingRow(derivation, before.person, after.standing), board: lineOf(derivation, after, at) };
  return {
    clocks,
    standings: isSame || isOfFile(derivation, before, entries) ? [] : [isFoundTheSame ? row : { ...row, sought: soughtRow(after.knownBy) }],
    identifiers: changedIdentifiers(before.person, known.identifiers, after.identifiers),
  };
}
