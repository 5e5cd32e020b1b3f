import type { History, Statement } from '../kernel/step/history.ts';
import { isIn, type Period, type WhichYear } from './rule/period.ts';

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

/** The entry that explains a finding; undefined: none does. */
export type Explanations = (finding: Pick<ChildFinding, 'code' | 'entries'>) => string | undefined;

/** A year as an explanation names it: 2025-26. */
const yearNamed = ({ from, to }: Period): string => `${from.slice(0, 4)}-${to.slice(2, 4)}`;

/** Of the year that it names; of one that names none, the year in which it was given. */
const isOfYear = ({ answers, happenedOn }: Statement, period: Period): boolean =>
  typeof answers['year'] === 'string' ? answers['year'] === yearNamed(period) : isIn(happenedOn, period);

/** What somebody explained for the return of this year. An explanation is of the entry that it names; of one that names none, of what stood when it was given. */
export function explanationsIn(history: History, { period }: Pick<WhichYear, 'period'>): Explanations {
  const given = history.filter((one) => one.step === 'returnExplanation' && isOfYear(one, period));
  const known = new Map(history.map((one) => [one.entry, one]));
  const isOf = (explanation: Statement, entries: readonly string[]): boolean => {
    const about = explanation.answers['about'];
    // One that was given for brothers and sisters together names an entry that the others have not.
    if (typeof about === 'string' && known.has(about)) return entries.includes(about);
    return entries.every((entry) => isEarlier(known.get(entry), explanation));
  };
  return ({ code, entries }) => given.findLast((one) => one.answers['rule'] === code && isOf(one, entries))?.entry;
}

/** Recorded before the other: within one chain by its place, across records that were merged by the instant. */
const isEarlier = (one: Statement | undefined, other: Statement): boolean =>
  one === undefined || (one.of === other.of ? one.position < other.position : one.recordedAt < other.recordedAt);

/** The finding, with the entry that explains it if there is one. */
export const explained = (finding: ChildFinding, by: Explanations): ChildFinding => {
  const explainedBy = by(finding);
  return explainedBy === undefined ? finding : { ...finding, explainedBy };
};
