import type { History } from '../kernel/step/history.ts';
import type { ChildFinding, ReturnName } from './child-finding.ts';
import { checkChild, checking } from './cin-census/build/check-child.ts';
import type { WhichYear } from './rule/period.ts';
import { checkingLookedAfter, checkLookedAfter, type KnownPlaces } from './ssda903/build/check-looked-after.ts';

/** What a record says of the findings of one rule: the words, and whether they are of all of them. */
export type RecordExplains = { readonly words: string; readonly isOfAll: boolean };

/** @returns of a record, by rule: with which words somebody explained in it what the rule finds in the return of the year */
export function explainedRules(
  of: ReturnName,
  which: WhichYear,
  places?: KnownPlaces,
): (history: History) => ReadonlyMap<string, RecordExplains> {
  const find = findingsOf(of, which, places);
  return (history) => {
    const given = history.filter(({ step }) => step === 'returnExplanation');
    if (given.length === 0) return new Map();
    const wordsOf = new Map(given.map(({ entry, answers }) => [entry, String(answers['reason'] ?? '')]));
    const byRule = Map.groupBy(find(history), ({ code }) => code);
    return new Map([...byRule].flatMap(([code, findings]) => saidOf(code, findings, wordsOf)));
  };
}

function saidOf(
  code: string,
  findings: readonly ChildFinding[],
  wordsOf: ReadonlyMap<string, string>,
): readonly (readonly [string, RecordExplains])[] {
  const by = findings.flatMap(({ explainedBy }) => explainedBy ?? []);
  if (by.length === 0) return [];
  const words = [...new Set(by)].flatMap((entry) => wordsOf.get(entry) ?? []).join('; ');
  return [[code, { words, isOfAll: by.length === findings.length }]];
}

function findingsOf(of: ReturnName, which: WhichYear, places: KnownPlaces | undefined): (history: History) => readonly ChildFinding[] {
  const { to } = which.period;
  if (of === 'cin') {
    const census = checking(which, to);
    return (history) => checkChild(history, census);
  }
  const lookedAfter = checkingLookedAfter(which, to, places);
  return (history) => checkLookedAfter(history, lookedAfter);
}
