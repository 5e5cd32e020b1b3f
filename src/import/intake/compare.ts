import { isDeepStrictEqual } from 'node:util';
import type { Line, Statement } from '../../kernel/step/history.ts';
import type { ChildRecord, NewEntry, Session } from '../../record/contract.ts';
import { happenedOnOf, idOf, type Answered, type SourceStatement } from './statement.ts';

/** What taking a child's statements would write, and how many are already so. */
export type Comparison = {
  readonly entries: readonly NewEntry[];
  readonly stated: number;
  readonly corrected: number;
  readonly unchanged: number;
};

/** How a source is named in the record, and how what it said before is recognised. */
export type Citation = {
  /** The first part of `source`: what this kind of file said last is compared, not what another kind or a person said. */
  readonly kind: string;
  readonly run: string;
  readonly statedAt?: string;
  /** What stands in `source` after kind, run and place. */
  readonly details?: readonly string[];
  /** Whether a statement came from a later return than this one: then the later one stands, whichever is loaded last. */
  readonly isLater?: (line: Line) => boolean;
};

export type Citing = {
  readonly session: Session;
  readonly person: string;
  /** Tells the statements of this source child from those of others upon the same record. */
  readonly salt: readonly string[];
  readonly citation: Citation;
  readonly wordingOf: (step: SourceStatement['step']) => string;
};

/** A person decided whose a source child's rows are. `isFirst`: the record held nothing that the source says of that child before. */
export type Decision = { readonly entry: string; readonly isFirst: boolean };

/** What rests on a decision carries the child, and its statements are told by the decision from those that another decision would bring. */
export const citedUnder = (citation: Citation, child: string, decision: Decision | undefined): Pick<Citing, 'salt' | 'citation'> => ({
  salt: decision?.isFirst === true ? [decision.entry] : [],
  citation: decision === undefined ? citation : { ...citation, details: naming(citation.details ?? [], child) },
});

const naming = ([first = '', ...rest]: readonly string[], child: string): readonly string[] => [
  first,
  ...(rest.length > 0 ? rest : [child]),
];

/** Compares with what stands: nothing new, a correction, or a new entry. `known` is absent for a child not yet on record. */
export function compare(citing: Citing, statements: readonly SourceStatement[], known: ChildRecord | undefined): Comparison {
  const entries: NewEntry[] = [];
  let stated = 0;
  let unchanged = 0;
  const lines = new Map((known?.chain ?? []).map((line) => [line.entry, line]));
  const standing = new Map((known?.history ?? []).map((statement) => [statement.entry, statement]));
  for (const statement of statements) {
    const entry = entryId(citing, statement.step.name, statement.key);
    const answers = withLinks(citing, statement);
    const stands = standing.get(entry);
    if (stands !== undefined) {
      const correction = correctionOf(citing, statement, answers, stands);
      if (correction === undefined) unchanged += 1;
      else entries.push(correction);
    } else if (lines.has(entry))
      unchanged += 1; // struck out here: a file does not bring it back
    else if (statement.unless?.(known?.history ?? []) === true) unchanged += 1;
    else {
      entries.push(newEntry(citing, statement, entry, answers));
      stated += 1;
    }
  }
  return { entries, stated, corrected: entries.length - stated, unchanged };
}

const entryId = ({ session, person, salt }: Citing, step: string, key: string): string =>
  idOf(session.authority, person, ...salt, step, key);

const withLinks = (citing: Citing, { answers, links }: SourceStatement): Answered => ({
  ...answers,
  ...Object.fromEntries(links.map(({ name, step, key }) => [name, entryId(citing, step, key)])),
});

/** What changed between the last file and this one, put upon what stands: a correction that a person made here is left as it is. */
function correctionOf(citing: Citing, statement: SourceStatement, now: Answered, stands: Statement): NewEntry | undefined {
  const last = lastFrom(citing.citation.kind, stands);
  if (citing.citation.isLater?.(last) === true) return undefined;
  const before = last.answers;
  const changed = [...statement.fields, ...statement.links.map(({ name }) => name)].filter(
    (name) => !isDeepStrictEqual(before[name], now[name]),
  );
  const different = changed.filter((name) => !isDeepStrictEqual(stands.answers[name], now[name]));
  if (different.length === 0) return undefined;
  const answers = Object.fromEntries(
    Object.entries({ ...stands.answers, ...Object.fromEntries(different.map((name) => [name, now[name]])) }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  const position = (stands.corrections.at(-1) ?? stands).position;
  const entry = idOf(stands.entry, position, JSON.stringify(Object.entries(answers).toSorted(([a], [b]) => (a < b ? -1 : 1))));
  return newEntry(citing, statement, entry, answers, position);
}

const lastFrom = (kind: string, statement: Statement): Line =>
  statement.corrections.findLast(({ source }) => source?.startsWith(`${kind}:`) === true) ?? statement;

function newEntry(
  { person, citation: { kind, run, statedAt, details = [] }, wordingOf }: Citing,
  statement: SourceStatement,
  entry: string,
  answers: Answered,
  corrects?: number,
): NewEntry {
  const { step, line, place, happenedOn } = statement;
  const isEach = (name: string): boolean => Object.hasOwn(step.each, name);
  const part = (each: boolean): Answered => Object.fromEntries(Object.entries(answers).filter(([name]) => isEach(name) === each));
  return {
    entry,
    step: step.name,
    wording: wordingOf(step),
    happenedOn: corrects === undefined ? happenedOn : (happenedOnOf(step, answers) ?? happenedOn),
    ...(statedAt === undefined ? {} : { statedAt }),
    source: [kind, run, place ?? line, ...details].join(':'),
    shared: part(false),
    about: [{ person, answers: part(true), ...(corrects === undefined ? {} : { corrects }) }],
  };
}
