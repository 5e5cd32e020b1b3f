import { bitOf, isMarked, type Verdict, type Way } from '../../../practice/board-marks.ts';
import { reviewed, type PopulationName } from '../../../practice/populations.ts';

export type Named = { readonly person: string; readonly name: string };

/** How many children have each mark. */
export type Tally = readonly { readonly mark: number; readonly children: number }[];

/** What is counted: how many have all of these marks; and, where there are few rows, who. */
export type Counting = {
  readonly count: (...marks: readonly string[]) => number;
  readonly people?: (...marks: readonly string[]) => readonly Named[];
};

/** A part of those outside a figure. `mark`: what they have in common, by which the board shows them, empty where it is several things; `urgent`: somebody must act. */
export type Part = {
  readonly title: string;
  readonly mark: string;
  readonly count: number;
  /** By name; absent, where they are too many to stand beside a number. */
  readonly people?: readonly Named[] | undefined;
  readonly urgent?: boolean;
};
/** "n of N", and everyone outside it: n and the parts add up to N. */
export type Figure = {
  readonly title: string;
  readonly of: string;
  /** Whose twelve months stand beside it; only the six-month figure is known of the past. */
  readonly months?: 'plans' | 'care' | undefined;
  readonly within: number;
  readonly among: number;
  readonly outside: readonly Part[];
};

/** All of these marks as one number; undefined: one of them is none, and nobody has it. */
export function bitsOf(marks: readonly string[]): number | undefined {
  const bits = [...new Set(marks)].map(bitOf);
  return bits.some((bit) => bit === undefined) ? undefined : bits.reduce<number>((sum, bit) => sum + (bit ?? 0), 0);
}

/** Whether somebody with this mark has all of these. */
export const hasAll = (mark: number, marks: readonly string[]): boolean =>
  marks.every((name) => {
    const bit = bitOf(name);
    return bit !== undefined && isMarked(mark, bit);
  });

export const countIn = (tally: Tally, marks: readonly string[]): number =>
  tally.reduce((sum, { mark, children }) => (hasAll(mark, marks) ? sum + children : sum), 0);

/** Of the children of one population: whom the board is about. */
export const markOfPopulation = { plans: ['onPlan'], care: ['lookedAfter'], all: [] } as const;

/** Beyond it a list of names is not read beside a number, but paged. */
const longList = 500;

export function partOf(counting: Counting, title: string, mark: string, within: readonly string[], urgent = false): Part {
  const count = counting.count(...within, mark);
  return { title, mark, count, people: count > longList ? undefined : counting.people?.(...within, mark), urgent };
}

type Reviewed = keyof typeof reviewed;

function partsOf(counting: Counting, who: Reviewed, way: Way, outside: string): readonly Part[] {
  const part = (title: string, verdict: Verdict, urgent = false): Part => partOf(counting, title, `${who}-${way}-${verdict}`, [], urgent);
  const parts: readonly Part[] = [
    part(outside, 'outside', true),
    part('First review not yet due', 'notYetDue'),
    part('Not in the source', 'notInSource'),
    ...(way === 'own' ? [part('No limit running', 'noLimit', true)] : []),
  ];
  return parts.filter(({ count }, index) => index < 2 || count > 0);
}

/** Both ways of counting reviews of one population, side by side. */
function figuresOf(counting: Counting, who: Reviewed): readonly Figure[] {
  const figure = (title: string, way: Way, outside: string): Figure => ({
    title,
    of: reviewed[who].of,
    months: way === 'six' ? who : undefined,
    within: counting.count(`${who}-${way}-within`),
    among: counting.count(...markOfPopulation[who]),
    outside: partsOf(counting, who, way, outside),
  });
  return [
    figure('reviewed in the last six months', 'six', 'Outside six months'),
    figure('reviewed within their own limit', 'own', 'Review late'),
  ];
}

/** Of somebody in both populations the one that asks for more: outside before all else, within only where both are. */
const gravest = ['outside', 'noLimit', 'notInSource', 'notYetDue', 'within'] as const satisfies readonly Verdict[];
const graver = (one: Verdict, other: Verdict): Verdict => gravest.find((verdict) => verdict === one || verdict === other) ?? one;

/** Whom a verdict is of, each once: in one population alone, or in both with no graver one. */
function onceOf(counting: Counting, way: Way, verdict: Verdict): { readonly count: number; readonly people: readonly Named[] | undefined } {
  const both = gravest.flatMap((plan) =>
    gravest.flatMap((care) => (graver(plan, care) === verdict ? [[`plans-${way}-${plan}`, `care-${way}-${care}`]] : [])),
  );
  const alone = [
    { all: [`plans-${way}-${verdict}`], but: [`plans-${way}-${verdict}`, 'lookedAfter'] },
    { all: [`care-${way}-${verdict}`], but: [`care-${way}-${verdict}`, 'onPlan'] },
  ];
  const { count, people } = counting;
  const ofBoth = both.reduce((sum, marks) => sum + count(...marks), 0);
  const number = alone.reduce((sum, { all, but }) => sum + count(...all) - count(...but), ofBoth);
  if (people === undefined || number > longList) return { count: number, people: undefined };
  const notAlone = new Set(alone.flatMap(({ but }) => people(...but)).map(({ person }) => person));
  const found = [
    ...alone.flatMap(({ all }) => people(...all)).filter(({ person }) => !notAlone.has(person)),
    ...both.flatMap((marks) => people(...marks)),
  ];
  return { count: number, people: [...new Map(found.map((one) => [one.person, one])).values()] };
}

/** Both populations together, each child counted once: within, where every review that is owed to the child is. */
function figuresOnce(counting: Counting): readonly Figure[] {
  const figure = (title: string, way: Way, outside: string): Figure => {
    const part = (words: string, verdict: Verdict, urgent = false): Part => ({
      title: words,
      mark: '',
      urgent,
      ...onceOf(counting, way, verdict),
    });
    const parts = [
      part(outside, 'outside', true),
      part('First review not yet due', 'notYetDue'),
      part('Not in the source', 'notInSource'),
      ...(way === 'own' ? [part('No limit running', 'noLimit', true)] : []),
    ];
    return {
      title,
      of: 'different children, on a plan or looked after,',
      within: onceOf(counting, way, 'within').count,
      among: counting.count(),
      outside: parts.filter(({ count }, index) => index < 2 || count > 0),
    };
  };
  return [
    figure('reviewed in the last six months', 'six', 'Outside six months'),
    figure('reviewed within their own limit', 'own', 'Review late'),
  ];
}

export const reviewFigures = (population: PopulationName, counting: Counting): readonly Figure[] =>
  population === 'all'
    ? [...figuresOf(counting, 'plans'), ...figuresOf(counting, 'care'), ...figuresOnce(counting)]
    : figuresOf(counting, population);
