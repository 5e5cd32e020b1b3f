import { couldFallShort } from '../../oversight/statistics/finite.ts';
import type { Claim } from './claims.ts';
import { nameOf } from './figure.ts';
import type { Reading } from './readings.ts';
import { countSaid, number, shareSaid, inHundred } from '../../oversight/statistics/said.ts';
import { fewest, isSmall } from '../../oversight/statistics/small-numbers.ts';

/** How much can be relied on what is claimed, and on what that rests. */
export type Confidence = { readonly level: 'none' | 'low' | 'moderate' | 'high'; readonly because: readonly string[] };

export const fallsShort = ({ share, figure }: Reading): boolean => share !== undefined && share < figure.standard;

/** What speaks against a claim: said before anything that speaks for it. */
export function contraryOf(reading: Reading): readonly string[] {
  const { figure, n, among, months, signals } = reading;
  const outside = { n: among - n, among };
  const short = fallsShort(reading)
    ? [`${countSaid(outside, figure.ofChildren)} ${figure.of} (${shareSaid(outside, figure.ofChildren)}) ${figure.otherwise}`]
    : [];
  const last = signals.filter(({ at }) => at === months.length - 1);
  const fallen = last.length > 0 && isBelowMiddle(reading);
  return [...short, ...(fallen ? [`${nameOf(figure)}: the last month is worse than this process does of itself`] : [])];
}

function isBelowMiddle({ share, limits }: Reading): boolean {
  return share !== undefined && limits !== undefined && 100 * share < limits.middle;
}

const manyApart = 0.1;

/** Late or missing evidence: of whom nothing can be said. */
export function gapsOf({ figure, apart, among }: Reading): readonly string[] {
  if (apart === 0 || apart / (apart + among) < manyApart) return [];
  return [`${nameOf(figure)}: ${inHundred(apart, apart + among)} cannot be counted (${figure.apart})`];
}

/** Whether audits contradict a claim, leave it open, or bear it out for everybody whom it is about. */
export type AuditVerdict = { readonly kind: 'far' | 'open' | 'clean'; readonly because: string };

/** So far below the standard that the claim cannot stand. */
const wide = 0.1;

/** `verdict`: of the audits of case files, where the claim rests on them. */
export function confidenceIn(claim: Claim, readings: readonly Reading[], verdict: AuditVerdict | undefined): Confidence {
  const counted = readings.filter(({ among }) => among > 0);
  if (counted.length === 0) return { level: 'none', because: ['Nothing is recorded about this, so nothing is assured.'] };
  const missing = claim.figures.length - counted.length;
  const far = counted.filter(({ share, figure }) => share !== undefined && share < figure.standard - wide);
  const reasons = [
    ...(verdict?.kind === 'far' ? [verdict.because] : []),
    ...far.map(
      ({ figure, n, among }) =>
        `${nameOf(figure)}: ${shareSaid({ n, among }, figure.ofChildren)}, far from the standard of ${Math.round(100 * figure.standard)} %.`,
    ),
    ...(missing > 0 ? [`Of ${missing} of ${claim.figures.length} figures nothing is recorded.`] : []),
  ];
  if (far.length > 0 || verdict?.kind === 'far' || 2 * missing > claim.figures.length) return { level: 'low', because: reasons };
  const near = 'Everybody on record was counted, and the figures are near their standards.';
  if (verdict?.kind === 'clean' && missing === 0) return { level: 'high', because: [near, verdict.because] };
  return { level: 'moderate', because: [...reasons, near, verdict?.because ?? notHigh] };
}

const notHigh = 'Not high: that something was recorded is not that it was done well, and no audit of a sample is of this.';

/** Who is at risk on a day, and what the audits that speak for them could not see: undefined where none does. */
export type Unseen = { readonly who: string; readonly population: number; readonly said: string | undefined };

/** What a sample could say, and could not: the limits of assurance in figures. */
export function limitsOfAssurance(unseen: readonly Unseen[]): readonly string[] {
  const some = unseen.filter(({ population }) => population > 0);
  if (some.length === 0) return ['Nobody is on a plan or looked after on this day, so there is nobody of whom anything could be assured.'];
  return [
    ...some.flatMap(({ said, ...one }) => (said === undefined ? unheard(one) : [said])),
    'A child of whom nobody has told us is in no figure.',
  ];
}

function unheard({ who, population }: Omit<Unseen, 'said'>): readonly string[] {
  if (isSmall(population)) return [`No audit of the last year speaks for the ${who}: fewer than ${fewest}.`];
  const size = Math.min(40, population);
  const clean = couldFallShort({ population, drawn: size, found: 0 });
  return [
    `No audit of the last year speaks for the ${number(population)} ${who}: every one could fall short of our own standard of practice, and every figure above would still look as it does. A random sample of ${size} in which none fell short would still leave it possible that up to ${number(clean)} do (${inHundred(clean, population)}), by the exact bound at 95 %.`,
  ];
}
