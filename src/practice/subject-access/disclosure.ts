import { createHash } from 'node:crypto';
import type { History, Statement } from '../../kernel/step/history.ts';
import { isOf } from '../../kernel/step/step.ts';
import { groundOf, type Ground } from './grounds.ts';
import { fromText, placesOf, takeOut, type Part, type Place } from './places.ts';
import { redaction } from './redaction.ts';
import { ofRequest } from './requests.ts';
import { weighingOf, type Weighing } from './weighings.ts';

/** One answer of an entry, as a page shows it. `at`: the name of its question. */
export type Answer = { readonly at: string; readonly question: string; readonly words: string };
/** An entry as it is read by whoever decides what of it is disclosed. */
export type Readable = { readonly entry: string; readonly answers: readonly Answer[] };

export type Withheld = { readonly ground: Ground; readonly weighed?: Weighing; readonly why?: string };
export type Decision = {
  readonly by: string;
  readonly on: string;
  /** All of it is withheld. */
  readonly whole?: Withheld;
  /** Words that are taken out, by the answer in which they stand. */
  readonly out: ReadonlyMap<string, readonly (Place & { readonly mark: Withheld })[]>;
};

export type Everywhere = Withheld & { readonly words: string };

/** All that has been decided for one request. */
export type Decided = {
  readonly byEntry: ReadonlyMap<string, Decision & { readonly digest: string }>;
  readonly everywhere: readonly Everywhere[];
  /** Who decided any of it. */
  readonly deciders: ReadonlySet<string>;
  /** The statement by which something was last decided. */
  readonly latest: Statement | undefined;
  /** Who confirmed what was last decided: somebody who decided none of it. */
  readonly confirmation: Statement | undefined;
};

/** Told apart from the same entry when it reads otherwise. */
export const digestOf = ({ answers }: Readable): string =>
  createHash('sha256')
    .update(JSON.stringify(answers.map(({ at, words }) => [at, words])))
    .digest('hex')
    .slice(0, 8);

/** Every statement by which something was decided for a request, in the order in which they were recorded. */
export const decisionsOf = (request: Statement, history: History) =>
  ofRequest(redaction.name, request, history)
    .filter((one) => isOf(redaction, one))
    .toSorted((a, b) => a.position - b.position);

export function decidedOf(request: Statement, history: History): Decided {
  const made = decisionsOf(request, history);
  const byEntry = new Map<string, Decision & { readonly digest: string }>();
  const everywhere = new Map<string, Everywhere>();
  for (const { answers, recordedBy, happenedOn } of made) {
    for (const [entry, lines] of Map.groupBy(answers.entries ?? [], (line) => line.entry))
      byEntry.set(entry, { by: recordedBy, on: happenedOn, digest: lines[0]?.digest ?? '', ...decisionOf(lines) });
    for (const { words, ground, lifted, ...more } of answers.everywhere ?? []) {
      const named = groundOf(ground);
      if (lifted === true || named === undefined) everywhere.delete(words);
      else everywhere.set(words, { words, ...markOf(named, more) });
    }
  }
  const latest = made.at(-1);
  const deciders = new Set(made.map(({ recordedBy }) => recordedBy));
  const confirmation = ofRequest('redactionConfirmation', request, history).findLast(
    (one) => latest !== undefined && isRecordedAfter(latest, one) && !deciders.has(one.recordedBy),
  );
  return { byEntry, everywhere: [...everywhere.values()], deciders, latest, confirmation };
}

const isRecordedAfter = (earlier: Statement, later: Statement): boolean => later.position > earlier.position;

type DecisionLine = {
  readonly treatment: string;
  readonly at?: string;
  readonly places?: string;
  readonly ground?: string;
  readonly weighed?: string;
  readonly why?: string;
};

function markOf(ground: Ground, { weighed, why }: Pick<DecisionLine, 'weighed' | 'why'>): Withheld {
  const how = weighingOf(weighed);
  return { ground, ...(how === undefined ? {} : { weighed: how }), ...(why === undefined ? {} : { why }) };
}

function decisionOf(lines: readonly DecisionLine[]): Pick<Decision, 'whole' | 'out'> {
  const out = new Map<string, (Place & { readonly mark: Withheld })[]>();
  let whole: Withheld | undefined;
  for (const { treatment, at, places = '', ground, ...more } of lines) {
    const mark = markOf(groundOf(ground) ?? 'thirdParty', more);
    if (treatment === 'withhold') whole = mark;
    if (treatment === 'blackOut' && at !== undefined)
      out.set(at, [...(out.get(at) ?? []), ...fromText(places).map((place) => ({ ...place, mark }))]);
  }
  return { out, ...(whole === undefined ? {} : { whole }) };
}

/** How an entry stands: nobody has decided, or it reads otherwise than when somebody did; or what was decided. */
export type Standing = { readonly kind: 'undecided'; readonly changed?: true } | { readonly kind: 'decided'; readonly decision: Decision };

export function standingOf(entry: Readable, { byEntry }: Pick<Decided, 'byEntry'>): Standing {
  const decision = byEntry.get(entry.entry);
  if (decision === undefined) return { kind: 'undecided' };
  return decision.digest === digestOf(entry) ? { kind: 'decided', decision } : { kind: 'undecided', changed: true };
}

/** An answer in parts, without what is taken out of it: by the decision about its entry, and wherever it stands. */
export function toldOf(answer: Answer, decision: Decision | undefined, everywhere: readonly Everywhere[]): readonly Part<Withheld>[] {
  return takeOut(answer.words, [
    ...(decision?.out.get(answer.at) ?? []),
    ...everywhere.flatMap(({ words, ground }) => placesOf(words, answer.words).map((place) => ({ ...place, mark: { ground } }))),
  ]);
}
