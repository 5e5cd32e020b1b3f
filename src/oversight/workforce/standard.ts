import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { History } from '../../kernel/step/history.ts';
import { allOf } from '../../kernel/step/step.ts';
import { caseloadStandard, laterObservationsSupplied } from '../../practice/pathway.ts';

/**
 * How caseloads are weighed and capacity is counted. Weights are of a child; `siblings`, `second` and `newlyQualified` are shares of 1; `fullTimeHours`
 * are hours a week; `usual` is the weighted caseload of a full-time social worker, at most.
 */
export type Standard = {
  readonly help: number;
  readonly assessment: number;
  readonly inNeed: number;
  readonly protection: number;
  readonly lookedAfter: number;
  readonly leavingCare: number;
  readonly proceedings: number;
  readonly distance: number;
  readonly siblings: number;
  readonly second: number;
  readonly usual: number;
  readonly newlyQualified: number;
  readonly fullTimeHours: number;
  readonly span: number;
  /** Direct observations in the second year of an induction of two. */
  readonly laterObservations: number;
  /** Of when the standard is that was declared here, by which entry; absent: as supplied, and nobody here has agreed it. */
  readonly declared?: { readonly from: LocalDate; readonly entry: string };
};

/** What holds until an authority declares its own: no research gives such weights, and none is in law. They are a beginning, and are said to be one. */
export const asSupplied: Standard = {
  help: 0.6,
  assessment: 1,
  inNeed: 1,
  protection: 1.5,
  lookedAfter: 1.2,
  leavingCare: 0.6,
  proceedings: 0.8,
  distance: 0.3,
  siblings: 0.6,
  second: 0.5,
  usual: 18,
  newlyQualified: 0.9,
  fullTimeHours: 37,
  span: 7,
  laterObservations: laterObservationsSupplied,
};

const share = (percent: number | undefined, otherwise: number): number => (percent === undefined ? otherwise : percent / 100);

/** The standard in force on a day, by the register of posts and standards; what it leaves open is as supplied. */
export function standardOn(history: History, day: LocalDate): Standard {
  const last = allOf(caseloadStandard, history).findLast(({ happenedOn }) => happenedOn <= day);
  if (last === undefined) return asSupplied;
  const { from, why: _, siblings, second, newlyQualified, ...weights } = last.answers;
  return {
    ...asSupplied,
    ...weights,
    siblings: share(siblings, asSupplied.siblings),
    second: share(second, asSupplied.second),
    newlyQualified: share(newlyQualified, asSupplied.newlyQualified),
    declared: { from, entry: last.entry },
  };
}
