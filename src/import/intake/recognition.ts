import type { ChildRecord, Identifier } from '../../record/contract.ts';
import { childInSource, type BornAlike } from '../../record/kept-rows.ts';
import type { Decision } from './compare.ts';
import {
  areNear,
  factsOf,
  hasSaidBirth,
  isAlike,
  isOfSource,
  knownFactsOf,
  verdictById,
  verdictByPupilNumber,
  type Verdict,
} from './identity.ts';
import type { IntakeOptions, Source, SourceChild } from './import-run.ts';
import { idOf } from './statement.ts';

/** Whose a child's rows are. */
export type Recognised =
  | {
      readonly kind: 'known';
      readonly person: string;
      /** Absent: nobody is on record yet. */
      readonly known?: ChildRecord;
      /** A person decided it. */
      readonly decision?: Decision;
      readonly note?: { readonly field: string; readonly reason: string };
    }
  | { readonly kind: 'uncertain'; readonly field: string; readonly because: string; readonly candidates: readonly string[] }
  | { readonly kind: 'refused'; readonly field: string; readonly because: string };

type Known = ReadonlyMap<string, ChildRecord | string>;

/** What is looked up for many children at once. */
export type LookedUp = {
  readonly people: ReadonlyMap<string, readonly string[]>;
  readonly known: Known;
  readonly alike: readonly BornAlike[];
};

const kinds = { id: 'LAchildID', upn: 'UPN' } as const;

export class Recognition {
  private readonly source: Source;
  private readonly options: IntakeOptions;
  private readonly run: string;

  constructor(source: Source, options: IntakeOptions, run: string) {
    this.source = source;
    this.options = options;
    this.run = run;
  }

  /** Everything that says who these children are, in a few questions to the record. */
  async lookUp(rows: readonly SourceChild[]): Promise<LookedUp> {
    const { session, record, queue } = this.options;
    const identifiers = rows.flatMap(({ read: { child, upn } }): Identifier[] => [
      { kind: childInSource, value: `${this.source.kind}:${child}` },
      { kind: kinds.id, value: child },
      ...(upn === undefined ? [] : [{ kind: kinds.upn, value: upn }]),
    ]);
    const people = identifiers.length === 0 ? new Map<string, readonly string[]>() : await record.claimants(session, identifiers);
    const strangers = rows.filter((row) => this.foundFor(row, people) === undefined);
    const days = [...new Set(strangers.flatMap(({ read }) => factsOf(read).bornOn ?? []))];
    const born = queue === undefined || days.length === 0 ? [] : await queue.bornOn(days);
    const near = nearOf(strangers, born);
    const known = await readRecords(this.options, this.run, [
      ...new Set([...[...people.values()].flat(), ...near.map(({ person }) => person)]),
    ]);
    return { people, known, alike: near };
  }

  private foundFor({ read: { child, upn } }: SourceChild, people: LookedUp['people']): readonly string[] | undefined {
    return (
      people.get(`${childInSource} ${this.source.kind}:${child}`) ??
      people.get(`${kinds.id} ${child}`) ??
      (upn === undefined ? undefined : people.get(`${kinds.upn} ${upn}`))
    );
  }

  recognise(row: SourceChild, lookedUp: LookedUp): Recognised {
    const { child, upn } = row.read;
    const { people, known } = lookedUp;
    const decided = people.get(`${childInSource} ${this.source.kind}:${child}`)?.[0];
    if (decided !== undefined) return this.asDecided(row, decided, known.get(decided));
    const byId = people.get(`${kinds.id} ${child}`) ?? [];
    const byUpn = upn === undefined ? [] : (people.get(`${kinds.upn} ${upn}`) ?? []);
    const by = byId.length > 0 ? 'id' : 'upn';
    const claimants = by === 'id' ? byId : byUpn;
    if (claimants.length === 0) return this.stranger(row, lookedUp);
    const found = this.only(claimants, row, known);
    if (found === undefined) return { kind: 'uncertain', field: this.source.columns[by], because: claimedTwice, candidates: claimants };
    const one = known.get(found);
    if (typeof one === 'string' || one === undefined) return { kind: 'refused', field: this.source.columns.id, because: one ?? notRead };
    const judged = this.judged(row, one, by);
    if (by === 'upn' || byUpn.length === 0 || byUpn.includes(found) || isOfSource(one, this.source.kind, child)) return judged;
    const because = 'the identifier leads to one record, the unique pupil number to another';
    return { kind: 'uncertain', field: this.source.columns.upn, because, candidates: [found, ...byUpn] };
  }

  /** Who alone has the number, or alone has it from this kind of source; undefined: two records claim it, and nothing says whose it is. */
  private only(claimants: readonly string[], { read: { child } }: SourceChild, known: Known): string | undefined {
    if (claimants.length === 1) return claimants[0];
    const [one, another] = claimants.filter((person) => {
      const record = known.get(person);
      return typeof record === 'object' && isOfSource(record, this.source.kind, child);
    });
    return another === undefined ? one : undefined;
  }

  private asDecided(row: SourceChild, person: string, known: ChildRecord | string | undefined): Recognised {
    if (typeof known === 'string' || known === undefined)
      return { kind: 'refused', field: this.source.columns.id, because: known ?? notRead };
    const { kind } = this.source;
    const entry = decisionIn(known, kind, row.read.child);
    const before = known.history.filter(({ position }) => entry !== undefined && position < entry.position);
    const isFirst = !isOfSource({ ...known, history: before }, kind, row.read.child);
    return { kind: 'known', person, known, ...(entry === undefined ? {} : { decision: { entry: entry.entry, isFirst } }) };
  }

  private judged(row: SourceChild, known: ChildRecord, by: 'id' | 'upn'): Recognised {
    const facts = factsOf(row.read);
    const isAgain = row.read.cannotBegin === undefined && hasSaidBirth(known, this.source.kind, facts.child);
    const { birthUnread } = row.read;
    if (birthUnread !== undefined && !hasSaidBirth(known, this.source.kind, facts.child))
      return { kind: 'refused', field: birthUnread.field, because: noBirth };
    const verdict: Verdict =
      by === 'id' ? verdictById(facts, knownFactsOf(known), isAgain) : verdictByPupilNumber(facts, knownFactsOf(known));
    const field = this.source.columns[by];
    if (verdict.kind === 'uncertain') return { kind: 'uncertain', field, because: verdict.because, candidates: [known.person] };
    const note = verdict.note === undefined ? {} : { note: { field, reason: verdict.note } };
    return { kind: 'known', person: known.person, known, ...note };
  }

  /** Nobody has these identifiers; somebody may have been given them with a slip of the keyboard. */
  private stranger(row: SourceChild, { alike, known }: LookedUp): Recognised {
    const facts = factsOf(row.read);
    const field = this.source.columns.id;
    if (row.read.cannotBegin !== undefined) return { kind: 'refused', field, because: row.read.cannotBegin };
    const candidates = [...new Set(alike.filter((one) => one.bornOn === facts.bornOn).map(({ person }) => person))].filter((person) => {
      const record = known.get(person);
      return typeof record === 'object' && !isKnownTo(this.source.kind, record) && isAlike(facts, knownFactsOf(record));
    });
    if (candidates.length === 0) return { kind: 'known', person: idOf(this.options.session.authority, 'person', row.read.child) };
    const because = 'a record has the same date of birth, sex and ethnicity, and an identifier one slip of the keyboard away';
    return { kind: 'uncertain', field, because, candidates };
  }
}

/** This kind of source names the child of this record itself, by another identifier: to it they are two, as twins with consecutive numbers are. */
const isKnownTo = (kind: string, { history }: ChildRecord): boolean =>
  history.some(({ answers, source }) => answers['laChildId'] !== undefined && source?.startsWith(`${kind}:`) === true);

const claimedTwice = 'two records have this number: one of them by mistake';

const noBirth =
  'the date of birth cannot be read, and without it nothing says that this is the child on record under this number: nothing of the child is taken until it is put right';
const notRead = 'the identifier leads to a record that could not be opened';

/** Of those born on the same day, the ones who have an identifier near to that of a child of the file: few enough to open. */
const nearOf = (rows: readonly SourceChild[], born: readonly BornAlike[]): readonly BornAlike[] => {
  const onDay = Map.groupBy(born, (one) => one.bornOn);
  return rows.flatMap(({ read }) => {
    const { child, upn, bornOn } = factsOf(read);
    return (onDay.get(bornOn ?? '') ?? []).filter(({ kind, value }) =>
      areNear(value, kind === kinds.id ? child : kind === kinds.upn ? (upn ?? '') : ''),
    );
  });
};

/** The entry by which a person decided that a child of a source is the child of this record. */
export const decisionIn = ({ history }: Pick<ChildRecord, 'history'>, kind: string, child: string) =>
  history.findLast(({ answers }) => answers['childInSource'] === `${kind}:${child}`);

/** Opens and reads for a running import. @returns each record, or why it cannot be read; of whom there is no record, nothing */
export async function readRecords(
  { record, session }: Pick<IntakeOptions, 'record' | 'session'>,
  run: string,
  people: readonly string[],
): Promise<ReadonlyMap<string, ChildRecord | string>> {
  if (people.length === 0) return new Map();
  const openings = await record.open(session, people, { run });
  const read = new Map<string, ChildRecord | string>(
    await record.readMany([...openings.values()].flatMap((opening) => (opening.kind === 'opened' ? [opening.record] : []))),
  );
  const restricted = 'the record is restricted: somebody within its circle must take this row';
  for (const [person, { kind }] of openings)
    if (kind !== 'unknown' && !read.has(person)) read.set(person, kind === 'restricted' ? restricted : notRead);
  return read;
}
