import { formatDate } from '../../kernel/calendar/dates.ts';
import { primaryNeeds } from '../../vocabulary/cin.ts';
import type { AreaOfTeam, Arrived, Dimension } from './arrived.ts';
import type { Shift, WatchedWeeks } from './rise.ts';

/** The codes of the census, as those who plan services put them together. */
const sources: readonly (readonly [RegExp, string])[] = [
  [/^1(?!0)/, 'Family, neighbours and the public'],
  [/^2/, 'Schools and education'],
  [/^3/, 'Health'],
  [/^4/, 'Housing'],
  [/^5/, 'The council’s own services'],
  [/^6/, 'Police'],
  [/^7/, 'Courts, probation and Cafcass'],
  [/^8/, 'Voluntary organisations and others'],
  [/^(9|10)$/, 'Anonymous or not known'],
];

const ages: readonly (readonly [number, string])[] = [
  [1, 'Under 1'],
  [5, '1 to 4'],
  [10, '5 to 9'],
  [16, '10 to 15'],
  [120, '16 and over'],
];

const isNeed = (code: string): code is keyof typeof primaryNeeds => Object.hasOwn(primaryNeeds, code);

/** How what arrived is named in one dimension; undefined: it does not say. */
export function optionsOf(dimension: Dimension, areaOf: AreaOfTeam): (one: Arrived) => string | undefined {
  switch (dimension) {
    case 'source':
      return ({ source }) => (source === undefined ? undefined : sources.find(([code]) => code.test(source))?.[1]);
    case 'area':
      return ({ team }) => areaOf.get(team ?? '');
    case 'need':
      return ({ need }) => (need !== undefined && isNeed(need) ? primaryNeeds[need] : undefined);
    case 'age':
      return ({ age }) => (age === undefined ? undefined : ages.find(([below]) => age < below)?.[1]);
  }
}

const inHundred = (part: number): string => `${Math.abs(Math.round(100 * part))} %`;

/** Nothing becomes less by more than all of it. */
const withinAll = (change: number): number => Math.max(-1, change);

/** "30 % more than usual (between 17 % and 44 %) since the week of 3 Aug 2026, told in the week of 24 Aug 2026". */
export function shiftSaid({ change, low, high, since, until, noticed }: Shift): string {
  const [most, least] = change > 0 ? [high, low] : [-withinAll(low), -high];
  const size = `${inHundred(withinAll(change))} ${change > 0 ? 'more' : 'less'} than usual (between ${inHundred(Math.max(0, least))} and ${inHundred(most)})`;
  const when =
    until === undefined
      ? `since the week of ${formatDate(since)}`
      : `from the week of ${formatDate(since)} to that of ${formatDate(until)}`;
  return `${size} ${when}; told in the week of ${formatDate(noticed)}`;
}

export function foundSaid({ limits, shift, leastTold }: WatchedWeeks): string {
  if (limits === undefined) return 'Too few came, or in too few weeks, to say what is usual.';
  if (shift !== undefined) return `${shiftSaid(shift)}.`;
  return `As usual for the time of year. A rise of less than ${inHundred(leastTold ?? 0)} would not be told from chance within a quarter.`;
}
