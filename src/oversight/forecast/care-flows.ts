import { addMonths, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { CareRow } from '../../record/stage-sums.ts';
import { adultFrom, ageBands, bandOfMonths, groupOf, groupOrder } from './placement-groups.ts';

const groups = groupOrder.length;
/** Beside the groups: out of care. */
export const outOfCare = groups;

/** Stock and flow, month by month: who is looked after now, and how children came, moved and left in each month before. */
export type CareFlows = {
  /** Of whom it is known now: age in months, and group. */
  readonly stock: readonly { readonly months: number; readonly group: number }[];
  /** How many months were seen. */
  readonly seen: number;
  /** Who came, of each band into each group, in all. */
  readonly came: readonly (readonly number[])[];
  /** Who came in each month, of all bands. */
  readonly perMonth: readonly number[];
  /** Of each band and group at a month’s beginning: how many were in which group, or out, at its end. */
  readonly moved: readonly (readonly (readonly number[])[])[];
};

type Child = { readonly born: LocalDate; readonly at: (on: LocalDate) => number };

/** Where a child was on a day: the last that was said up to it. */
function childOf(rows: readonly CareRow[]): Child | undefined {
  const [first] = rows;
  if (first === undefined) return undefined;
  const turns: { readonly on: LocalDate; readonly group: number }[] = [];
  for (const { step, happenedOn: on, kind } of rows) {
    const before = turns.at(-1)?.group ?? outOfCare;
    if (step === 'periodOfCareEnd') turns.push({ on, group: outOfCare });
    else if (step === 'periodOfCare') turns.push({ on, group: before === outOfCare ? groupOf('') : before });
    else if (kind !== null && !kind.startsWith('T') && before !== outOfCare) turns.push({ on, group: groupOf(kind) });
  }
  return { born: first.born, at: (on) => turns.findLast((turn) => turn.on <= on)?.group ?? outOfCare };
}

/** In months that are over, by the first of the month of birth. */
const ageInMonths = (born: LocalDate, on: LocalDate): number =>
  12 * (Number(on.slice(0, 4)) - Number(born.slice(0, 4))) + Number(on.slice(5, 7)) - Number(born.slice(5, 7));

const table = (rows: number, columns: number): number[][] => Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0));

function add(row: number[] | undefined, at: number): void {
  if (row !== undefined) row[at] = (row[at] ?? 0) + 1;
}

/** Whole months from one day to another. */
function monthsBetween(from: LocalDate, to: LocalDate): number {
  let months = 0;
  while (addMonths(from, months + 1) <= to) months += 1;
  return months;
}

/**
 * The months up to a day, that many at most; who is eighteen is no longer looked after. Children who were looked after already when the record began were there: what
 * was before that day nobody knows, and no month of it is seen.
 */
export function careFlows(rows: readonly CareRow[], until: LocalDate, most = 36): CareFlows {
  const began = rows
    .flatMap(({ step, kind, happenedOn }) => (step === 'periodOfCare' && kind === 'earlier' ? [happenedOn] : []))
    .toSorted()
    .at(-1);
  const seen = began === undefined ? most : Math.max(1, Math.min(most, monthsBetween(began, until)));
  const children = [...Map.groupBy(rows, ({ child }) => child).values()].flatMap((some) => childOf(some) ?? []);
  const came = table(ageBands.length, groups);
  const moved = ageBands.map(() => table(groups, groups + 1));
  const perMonth = Array.from({ length: seen }, () => 0);
  const ends = Array.from({ length: seen + 1 }, (_, n) => addMonths(until, n - seen));
  const placeOn = ({ born, at }: Child, on: LocalDate): number => (ageInMonths(born, on) >= 12 * adultFrom ? outOfCare : at(on));
  for (const child of children)
    for (let month = 0; month < seen; month += 1) {
      const [from, to] = [ends[month] ?? until, ends[month + 1] ?? until];
      const [before, after] = [placeOn(child, from), placeOn(child, to)];
      const months = ageInMonths(child.born, from);
      if (before === outOfCare && after !== outOfCare) {
        add(came[bandOfMonths(ageInMonths(child.born, to))], after);
        add(perMonth, month);
      }
      // Becoming eighteen is no chance: it is counted by age.
      if (before !== outOfCare && months + 1 < 12 * adultFrom) add(moved[bandOfMonths(months)]?.[before], after);
    }
  const stock = children.flatMap((child) => {
    const group = placeOn(child, until);
    return group === outOfCare ? [] : [{ months: Math.max(0, ageInMonths(child.born, until)), group }];
  });
  return { stock, seen, came, perMonth, moved };
}
