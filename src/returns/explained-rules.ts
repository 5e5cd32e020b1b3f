import type { History } from '../kernel/step/history.ts';
import type { ChildFinding, ReturnName } from './child-finding.ts';
import { checkChild, checking } from './cin-census/build/check-child.ts';
import type { WhichYear } from './rule/period.ts';
import { checkingLookedAfter, checkLookedAfter, type KnownPlaces } from './ssda903/build/check-looked-after.ts';

/** What a record says of the findings of one rule: in which entries, and whether they are of all of them. The words stay in the record. */
export type RecordExplains = { readonly entries: readonly string[]; readonly isOfAll: boolean };

/** @returns of a record, by rule: in which entries somebody explained in it what the rule finds in the return of the year */
export function explainedRules(
  of: ReturnName,
  which: WhichYear,
  places?: KnownPlaces,
): (history: History) => ReadonlyMap<string, RecordExplains> {
  const find = findingsOf(of, which, places);
  return (history) => {
    if (!history.some(({ step }) => step === 'returnExplanation')) return new Map();
    const byRule = Map.groupBy(find(history), ({ code }) => code);
    return new Map([...byRule].flatMap(([code, findings]) => saidOf(code, findings)));
  };
}

function saidOf(code: string, findings: readonly ChildFinding[]): readonly (readonly [string, RecordExplains])[] {
  const by = findings.flatMap(({ explainedBy }) => explainedBy ?? []);
  return by.length === 0 ? [] : [[code, { entries: [...new Set(by)], isOfAll: by.length === findings.length }]];
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
