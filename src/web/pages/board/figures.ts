import { addMonths, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Row } from './row.ts';

export type Named = { readonly person: string; readonly name: string };
/** A part of those outside a figure, by name. `urgent`: somebody must act. */
export type Part = { readonly title: string; readonly people: readonly Named[]; readonly urgent?: boolean };
/** "n of N", and the names of everyone outside it: n and the parts add up to N. */
export type Figure = { readonly title: string; readonly within: number; readonly of: number; readonly outside: readonly Part[] };

export const named = (rows: readonly Row[], chosen: (row: Row) => boolean): readonly Named[] =>
  rows.filter(chosen).map(({ person, name }) => ({ person, name }));

/** A review of an earlier plan says nothing about this one. */
export const isReviewed = ({ child: { standing }, planSince }: Row): boolean =>
  standing.lastReviewOn !== undefined && (planSince === undefined || standing.lastReviewOn >= planSince);

const isOpenInTime = ({ cells: { review } }: Row): boolean => review?.state === 'inTime' || review?.state === 'dueSoon';
const isNotInSource = ({ cells: { review } }: Row): boolean => review?.state === 'notInSource';

type Verdict = 'within' | 'outside' | 'notYetDue' | 'notInSource' | 'noLimit';

/** The origin's figure: independently reviewed at least six-monthly. */
function bySixMonths(row: Row, today: LocalDate): Verdict {
  if (isReviewed(row) && (row.child.standing.lastReviewOn ?? '') >= addMonths(today, -6)) return 'within';
  if (isNotInSource(row)) return 'notInSource';
  return !isReviewed(row) && isOpenInTime(row) ? 'notYetDue' : 'outside';
}

/** Each review within its own limit: the first within three months, each later one within six of the one before. */
function byOwnLimit(row: Row): Verdict {
  if (row.cells.review === undefined) return 'noLimit';
  if (isNotInSource(row)) return 'notInSource';
  if (!isOpenInTime(row)) return 'outside';
  return isReviewed(row) ? 'within' : 'notYetDue';
}

const partsOf = (rows: readonly Row[], verdict: (row: Row) => Verdict, outside: string): readonly Part[] => {
  const those = (wanted: Verdict) => named(rows, (row) => verdict(row) === wanted);
  const parts: readonly Part[] = [
    { title: outside, people: those('outside'), urgent: true },
    { title: 'First review not yet due', people: those('notYetDue') },
    { title: 'Not in the source', people: those('notInSource') },
    { title: 'No limit running', people: those('noLimit'), urgent: true },
  ];
  return parts.filter(({ people }, index) => index < 2 || people.length > 0);
};

/** Both ways of counting reviews, side by side. */
export function reviewFigures(rows: readonly Row[], today: LocalDate): readonly Figure[] {
  const six = (row: Row) => bySixMonths(row, today);
  return [
    {
      title: 'reviewed in the last six months',
      within: rows.filter((row) => six(row) === 'within').length,
      of: rows.length,
      outside: partsOf(rows, six, 'Outside six months'),
    },
    {
      title: 'reviewed within their own limit',
      within: rows.filter((row) => byOwnLimit(row) === 'within').length,
      of: rows.length,
      outside: partsOf(rows, byOwnLimit, 'Review late'),
    },
  ];
}
