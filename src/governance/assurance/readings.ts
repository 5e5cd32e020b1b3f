import type { LocalDate } from '../../kernel/calendar/dates.ts';
import { funnel } from '../../oversight/statistics/funnel.ts';
import { wilson, type Interval } from '../../oversight/statistics/proportions.ts';
import { runLimits, signalsIn, type RunLimits, type Signal } from '../../oversight/statistics/run-chart.ts';
import type { AssuredFigure } from '../../record/assurance.ts';
import type { Figure } from './figure.ts';
import { blurred, withoutSmall, type ShownPart } from '../../oversight/statistics/small-numbers.ts';

export type Counted = { readonly n: number; readonly among: number; readonly apart: number };
export type Month = { readonly on: LocalDate } & Counted;

/** A team further from the whole than chance alone puts one of its size. */
export type StandsOut = { readonly team: string; readonly where: 'above' | 'below' };

/** A figure as it was found: now, over twelve months, and by team where numbers allow. */
export type Reading = Counted & {
  readonly figure: Figure;
  readonly share: number | undefined;
  /** Of what passes, whose last months stand for those to come; undefined: everyone was counted, and there is nothing to guess. */
  readonly interval: Interval | undefined;
  /** Of children, small numbers stand as four. */
  readonly months: readonly Month[];
  /** Of the months' shares, in 100. */
  readonly limits: RunLimits | undefined;
  readonly signals: readonly Signal[];
  readonly areas: readonly ShownPart[];
  readonly standOut: readonly StandsOut[];
};

export const shareOf = ({ n, among }: Pick<Counted, 'n' | 'among'>): number | undefined => (among === 0 ? undefined : n / among);

/** What rows of one figure and one instant come to. */
export const sumOf = (rows: readonly AssuredFigure[]): Counted => ({
  n: rows.reduce((sum, { n }) => sum + n, 0),
  among: rows.reduce((sum, { among }) => sum + among, 0),
  apart: rows.reduce((sum, { apart }) => sum + apart, 0),
});

/** An instant of which the figures are, by the day in England that it ends. */
export type Instant = { readonly on: LocalDate; readonly at: string };
export type TeamName = { readonly id: string; readonly name: string; readonly area: string };

const needed = 20;

/** From the rows of every instant, the report's own last. */
export function readingOf(
  figure: Figure,
  rows: readonly AssuredFigure[],
  instants: readonly Instant[],
  teams: readonly TeamName[],
): Reading {
  const own = rows.filter((row) => row.figure === figure.name);
  const at = (instant: string): readonly AssuredFigure[] => own.filter((row) => row.at === instant);
  const now = at(instants.at(-1)?.at ?? '');
  const whole = sumOf(now);
  const counted = instants.map(({ on, at: instant }) => ({ on, ...sumOf(at(instant)) })).filter(({ among }) => among > 0);
  const months = figure.ofChildren ? counted.map(blurred) : counted;
  const shares = months.map((month) => 100 * (shareOf(month) ?? 0));
  const limits = runLimits(shares);
  return {
    figure,
    ...whole,
    share: shareOf(whole),
    interval: figure.ofChildren || figure.kind === 'record' || whole.among === 0 ? undefined : wilson(whole.n, whole.among),
    months,
    limits,
    signals: limits === undefined ? [] : signalsIn(shares, limits),
    areas: areasOf(now, teams),
    standOut: standOutOf(now, teams, shareOf(whole)),
  };
}

const elsewhere = 'No area';

function areasOf(rows: readonly AssuredFigure[], teams: readonly TeamName[]): readonly ShownPart[] {
  const areaOf = (row: AssuredFigure): string => teams.find(({ id }) => id === row.team)?.area ?? elsewhere;
  const parts = [...Map.groupBy(rows, areaOf)].map(([title, some]) => ({ title, ...sumOf(some) })).filter(({ among }) => among > 0);
  if (parts.filter(({ title }) => title !== elsewhere).length < 2) return [];
  return withoutSmall(parts.map(({ title, n, among }) => ({ title, n, among })).toSorted((a, b) => (a.title < b.title ? -1 : 1)));
}

/** 99.8 in 100 of teams that do as the whole does lie within: of two dozen teams hardly one stands out by chance. */
function standOutOf(rows: readonly AssuredFigure[], teams: readonly TeamName[], whole: number | undefined): readonly StandsOut[] {
  if (whole === undefined) return [];
  return teams.flatMap(({ id, name }): readonly StandsOut[] => {
    const { n, among } = sumOf(rows.filter(({ team }) => team === id));
    if (among < needed) return [];
    const { low, high } = funnel(whole, among, 0.998);
    return n / among > high ? [{ team: name, where: 'above' }] : n / among < low ? [{ team: name, where: 'below' }] : [];
  });
}
