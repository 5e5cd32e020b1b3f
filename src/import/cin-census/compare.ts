import { isDeepStrictEqual } from 'node:util';
import type { Line, Statement } from '../../kernel/step/history.ts';
import type { ChildRecord, NewEntry, Session } from '../../record/contract.ts';
import { happenedOnOf, idOf, type Answered, type CensusStatement } from './statements.ts';

/** What taking a child's statements would write, and how many are already so. */
export type Comparison = {
  readonly entries: readonly NewEntry[];
  readonly stated: number;
  readonly corrected: number;
  readonly unchanged: number;
};

export type Citing = {
  readonly session: Session;
  readonly person: string;
  readonly run: string;
  readonly statedAt: string | undefined;
  readonly wordingOf: (step: CensusStatement['step']) => string;
};

/** Compares with what stands: nothing new, a correction, or a new entry. `known` is absent for a child not yet on record. */
export function compare(citing: Citing, statements: readonly CensusStatement[], known: ChildRecord | undefined): Comparison {
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
    else {
      entries.push(newEntry(citing, statement, entry, answers));
      stated += 1;
    }
  }
  return { entries, stated, corrected: entries.length - stated, unchanged };
}

const entryId = ({ session, person }: Citing, step: string, key: string): string => idOf(session.authority, person, step, key);

const withLinks = (citing: Citing, { answers, links }: CensusStatement): Answered => ({
  ...answers,
  ...Object.fromEntries(links.map(({ name, step, key }) => [name, entryId(citing, step, key)])),
});

/** What changed between the last file and this one, put upon what stands: a correction that a person made here is left as it is. */
function correctionOf(citing: Citing, statement: CensusStatement, now: Answered, stands: Statement): NewEntry | undefined {
  const before = lastFromCensus(stands).answers;
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

const lastFromCensus = (statement: Statement): Line =>
  statement.corrections.findLast(({ source }) => source?.startsWith('cin:') === true) ?? statement;

function newEntry(
  { person, run, statedAt, wordingOf }: Citing,
  { step, line, happenedOn }: CensusStatement,
  entry: string,
  answers: Answered,
  corrects?: number,
): NewEntry {
  const isEach = (name: string): boolean => Object.hasOwn(step.each, name);
  const part = (each: boolean): Answered => Object.fromEntries(Object.entries(answers).filter(([name]) => isEach(name) === each));
  return {
    entry,
    step: step.name,
    wording: wordingOf(step),
    happenedOn: corrects === undefined ? happenedOn : (happenedOnOf(step, answers) ?? happenedOn),
    ...(statedAt === undefined ? {} : { statedAt }),
    source: `cin:${run}:${line}`,
    shared: part(false),
    about: [{ person, answers: part(true), ...(corrects === undefined ? {} : { corrects }) }],
  };
}
