import type { History } from '../kernel/step/history.ts';
import { isIn, type WhichYear } from './rule/period.ts';

export type ReturnName = 'cin' | 'ssda903';

/** What a rule of a return finds wrong in one child's record: in these fields, as these entries give them. */
export type ChildFinding = {
  readonly return: ReturnName;
  readonly code: string;
  readonly level: 'error' | 'query';
  readonly fields: readonly string[];
  /** Where something is missing that no entry gives: those of the row in which it is missing. */
  readonly entries: readonly string[];
  /** The entry that explains it, of the year of this return. */
  readonly explainedBy?: string;
};

/** By the rule that they explain: the entries of this year. */
export const explanationsIn = (history: History, { period }: Pick<WhichYear, 'period'>): ReadonlyMap<string, string> =>
  new Map(
    history
      .filter((one) => one.step === 'returnExplanation' && isIn(one.happenedOn, period))
      .map((one) => [String(one.answers['rule']), one.entry]),
  );

/** The finding, with the entry that explains it if there is one. */
export const explained = (finding: ChildFinding, by: ReadonlyMap<string, string>): ChildFinding => {
  const explainedBy = by.get(finding.code);
  return explainedBy === undefined ? finding : { ...finding, explainedBy };
};
