import { addMonths, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { StageSum } from '../../record/stage-sums.ts';
import { lateInYear } from './lateness.ts';
import { clockOrder, stageOrder } from './stages.ts';
import { lateName, stageName, type Band, type Summary } from './summary.ts';

/** What the simulation of the past year, which knew nothing of it, said of it, and what came. */
export type Tested = {
  readonly of: string;
  readonly kind: 'children' | 'share' | 'arrivals';
  readonly said: Band;
  readonly came: number;
  /** What came lies within what eight in ten replications said. */
  readonly isWithin: boolean;
  /** The middle less what came, in 100 of what came; undefined: nothing came. */
  readonly error: number | undefined;
};

const tested = (of: string, kind: Tested['kind'], said: Band | undefined, came: number): readonly Tested[] =>
  said === undefined
    ? []
    : [
        {
          of,
          kind,
          said,
          came,
          isWithin: came >= said.low && came <= said.high,
          error: came === 0 ? undefined : (100 * (said.middle - came)) / came,
        },
      ];

const sumOf = (sums: readonly StageSum[], holds: (one: StageSum) => boolean): number =>
  sums.filter(holds).reduce((sum, { n }) => sum + n, 0);

/** @param sums what is known now of the year up to `until` @param summary the simulation from a year before it on */
export function backTest(sums: readonly StageSum[], until: LocalDate, summary: Summary): readonly Tested[] {
  const from = addMonths(until, -12);
  const came = sumOf(sums, ({ kind, day }) => kind === 'arrival' && day !== null && day > from && day <= until);
  const children = stageOrder.flatMap((name) => {
    const now = sumOf(sums, ({ kind, stage }) => kind === 'open' && stage === name);
    return tested(stageName(name), 'children', summary.months[stageName(name)]?.at(-1), now);
  });
  const late = clockOrder.flatMap((name) => {
    const came = lateInYear(sums, until, name);
    return came.due === 0 ? [] : tested(lateName(name), 'share', summary.year[lateName(name)], came.late / came.due);
  });
  return [...tested('arrived', 'arrivals', summary.year['arrived'], came), ...children, ...late];
}
