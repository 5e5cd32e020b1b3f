/** An XmR chart: what lies between the limits is what this process does of itself, good or not. */
export type RunLimits = {
  readonly middle: number;
  readonly low: number;
  readonly high: number;
  readonly meanRange: number;
  readonly mostRange: number;
};

export type Signal = {
  /** Counted from 0: the point that completes it. */
  readonly at: number;
  readonly rule: 'beyond' | 'twoOfThree' | 'fourOfFive' | 'eightOnOneSide' | 'sixInARow';
};

/** Of two following points (d₂ = 1.128; D₄ = 3.267): Wheeler; NIST/SEMATECH e-Handbook 6.3.2.2. */
const [rangeOfTwo, mostOfTwo] = [1.128, 3.267];

const meanOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** Undefined: of fewer than so many points no limit says anything. */
const fewest = 6;

export function runLimits(points: readonly number[]): RunLimits | undefined {
  if (points.length < fewest) return undefined;
  const meanRange = meanOf(points.slice(1).map((point, n) => Math.abs(point - (points[n] ?? point))));
  const [middle, reach] = [meanOf(points), (3 * meanRange) / rangeOfTwo];
  return { middle, low: middle - reach, high: middle + reach, meanRange, mostRange: mostOfTwo * meanRange };
}

/** The Western Electric rules (Statistical Quality Control Handbook, 1956), and six rising or falling (Nelson, 1984). */
export function signalsIn(points: readonly number[], limits: RunLimits): readonly Signal[] {
  const deviation = (limits.high - limits.middle) / 3;
  const places = points.map((point) => (deviation === 0 ? Math.sign(point - limits.middle) * 9 : (point - limits.middle) / deviation));
  return points.flatMap((_, at) => signalsAt(points, places, at));
}

function signalsAt(points: readonly number[], places: readonly number[], at: number): readonly Signal[] {
  const beyond = (last: number, needed: number, far: number): boolean => {
    const some = places.slice(Math.max(0, at - last + 1), at + 1);
    const own = places[at] ?? 0;
    return Math.abs(own) > far && some.filter((place) => place * Math.sign(own) > far).length >= needed;
  };
  const steps = Array.from({ length: 5 }, (_, n) => Math.sign((points[at - n] ?? Number.NaN) - (points[at - n - 1] ?? Number.NaN)));
  const found: readonly (readonly [Signal['rule'], boolean])[] = [
    ['beyond', beyond(1, 1, 3)],
    ['twoOfThree', beyond(3, 2, 2)],
    ['fourOfFive', beyond(5, 4, 1)],
    ['eightOnOneSide', beyond(8, 8, 0)],
    ['sixInARow', steps[0] !== 0 && steps.every((step) => step === steps[0])],
  ];
  return found.filter(([, holds]) => holds).map(([rule]) => ({ at, rule }));
}
