import type { History } from '../kernel/step/history.ts';
import type { ChildFinding, ReturnName } from './child-finding.ts';
import { checkChild, checking } from './cin-census/build/check-child.ts';
import type { WhichYear } from './rule/period.ts';
import { checkingLookedAfter, checkLookedAfter } from './ssda903/build/check-looked-after.ts';

/** @returns of a record: the rules all of whose findings in the return of the year somebody explained in it */
export function explainedRules(of: ReturnName, which: WhichYear): (history: History) => ReadonlySet<string> {
  const find = findingsOf(of, which);
  return (history) => {
    if (!history.some(({ step }) => step === 'returnExplanation')) return new Set();
    const found = find(history);
    const open = new Set(found.filter(({ explainedBy }) => explainedBy === undefined).map(({ code }) => code));
    return new Set(found.map(({ code }) => code).filter((code) => !open.has(code)));
  };
}

function findingsOf(of: ReturnName, which: WhichYear): (history: History) => readonly ChildFinding[] {
  const { to } = which.period;
  if (of === 'cin') {
    const census = checking(which, to);
    return (history) => checkChild(history, census);
  }
  const lookedAfter = checkingLookedAfter(which, to);
  return (history) => checkLookedAfter(history, lookedAfter);
}
