import { addMonths, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { reviewed, type PopulationName } from './populations.ts';
import type { Row } from './row.ts';

export type Named = { readonly person: string; readonly name: string };
/** A part of those outside a figure, by name. `urgent`: somebody must act. */
export type Part = { readonly title: string; readonly people: readonly Named[]; readonly urgent?: boolean };
/** "n of N", and the names of everyone outside it: n and the parts add up to N. */
export type Figure = {
  readonly title: string;
  readonly of: string;
  /** Whose twelve months stand beside it; only the six-month figure is known of the past. */
  readonly months?: 'plans' | 'care' | undefined;
  readonly within: number;
  readonly among: number;
  readonly outside: readonly Part[];
};

export const named = (rows: readonly Row[], chosen: (row: Row) => boolean): readonly Named[] =>
  rows.filter(chosen).map(({ person, name }) => ({ person, name }));

type Kind = (typeof reviewed)[keyof typeof reviewed];
type Verdict = 'within' | 'outside' | 'notYetDue' | 'notInSource' | 'noLimit';

/** A review of an earlier plan, or in an earlier period of care, says nothing about this one. */
function isReviewed({ child: { standing } }: Row, kind: Kind): boolean {
  const [last, since] = [kind.last(standing), kind.since(standing)];
  return last !== undefined && (since === undefined || last >= since);
}

const stateOf = (row: Row, kind: Kind) => row.cells[kind.column.name]?.state;
const isInTime = (row: Row, kind: Kind): boolean => stateOf(row, kind) === 'inTime' || stateOf(row, kind) === 'dueSoon';

/** The origin's figure: independently reviewed at least six-monthly. */
function bySixMonths(row: Row, kind: Kind, today: LocalDate): Verdict {
  if (isReviewed(row, kind) && (kind.last(row.child.standing) ?? '') >= addMonths(today, -6)) return 'within';
  if (stateOf(row, kind) === 'notInSource') return 'notInSource';
  return !isReviewed(row, kind) && isInTime(row, kind) ? 'notYetDue' : 'outside';
}

/** Each review within its own limit: a child newly on a plan is late at three months, one newly looked after at twenty working days. */
function byOwnLimit(row: Row, kind: Kind): Verdict {
  const state = stateOf(row, kind);
  if (state === undefined) return 'noLimit';
  if (state === 'notInSource') return 'notInSource';
  if (!isInTime(row, kind)) return 'outside';
  return isReviewed(row, kind) ? 'within' : 'notYetDue';
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

/** Both ways of counting reviews of one population, side by side. */
function figuresOf(kind: Kind, rows: readonly Row[], today: LocalDate): readonly Figure[] {
  const those = rows.filter(({ child }) => kind.isIn(child.standing));
  const six = (row: Row) => bySixMonths(row, kind, today);
  const own = (row: Row) => byOwnLimit(row, kind);
  const figure = (title: string, verdict: (row: Row) => Verdict, outside: string, months?: Figure['months']): Figure => ({
    title,
    of: kind.of,
    months,
    within: those.filter((row) => verdict(row) === 'within').length,
    among: those.length,
    outside: partsOf(those, verdict, outside),
  });
  return [
    figure('reviewed in the last six months', six, 'Outside six months', kind === reviewed.plans ? 'plans' : 'care'),
    figure('reviewed within their own limit', own, 'Review late'),
  ];
}

export const reviewFigures = (population: PopulationName, rows: readonly Row[], today: LocalDate): readonly Figure[] =>
  (population === 'all' ? [reviewed.plans, reviewed.care] : [reviewed[population]]).flatMap((kind) => figuresOf(kind, rows, today));
