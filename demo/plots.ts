import type { Area, TeamKind } from './authority.ts';
import type { Chance } from './chance.ts';
import type { Unborn } from './household.ts';

/** What a family on a plan is to have gone through: a few of each kind among many that go as they should. */
export type PlanPlot = {
  /** Days since the plan started. */
  readonly startedAgo: number;
  readonly unborn: Unborn;
  readonly isAdolescent: boolean;
  readonly isDisabled: boolean;
  /** Not reviewed within six months, or not reviewed at all within three. */
  readonly isReviewDue: boolean;
  /** Days for which the children have not been seen. */
  readonly unseenFor?: number;
  readonly unallocatedSince?: number;
  readonly gap: number;
  readonly changesAfter?: number;
  readonly previousPlans: number;
  /** The earlier plan, its end, the closure and the new referral are in the record too. */
  readonly isSecondHere: boolean;
  readonly changesCategoryAt?: number;
  readonly corrected?: number;
  readonly isDiscussedBefore: boolean;
  /** The team that is short of staff, where the drift is. */
  readonly drift?: { readonly area: Area; readonly kind: TeamKind };
};

/** Of each hundred plans: 40 in their first half-year, 32 in the second, 19 in the third, 9 towards two years. */
function planAge(n: number): number {
  const share = (n * 0.618_033_988_75 + 0.37) % 1;
  const marks = [
    [0, 3],
    [0.4, 180],
    [0.72, 365],
    [0.91, 545],
    [1, 690],
  ] as const;
  const after = marks.findIndex(([from]) => from > share);
  const [low = marks[0], high = marks[4]] = [marks[after - 1], marks[after]];
  return Math.round(low[1] + ((share - low[0]) / (high[0] - low[0])) * (high[1] - low[1]));
}

const every = (n: number, count: number, at: number): boolean => n % count === at;

export function planPlot(n: number, size: number, chance: Chance): PlanPlot {
  const isFirstDue = every(n, 44, 26);
  const isReviewDue = every(n, 40, 7) || isFirstDue;
  const isUnseen = every(n, 29, 12);
  const unborn = every(n, 37, 10) ? 'bornSince' : every(n, 43, 19) ? 'expected' : 'none';
  const isSecondHere = every(n, 16, 11) && unborn === 'none';
  const isUnallocated = every(n, 29, 8);
  return {
    startedAgo: startedAgo(n, chance, { isFirstDue, isReviewDue, isUnseen, isSecondHere, isUnallocated, unborn }),
    unborn,
    isAdolescent: size <= 2 && every(n, 9, 4) && unborn === 'none',
    isDisabled: size <= 2 && every(n, 19, 8),
    isReviewDue,
    ...(isUnseen ? { unseenFor: chance.between(30, 62) } : {}),
    ...(isUnallocated ? { unallocatedSince: chance.between(6, 27) } : {}),
    gap: every(n, 10, 5) ? chance.between(7, 24) : 0,
    ...(every(n, 3, 1) || every(n, 10, 5) ? { changesAfter: chance.between(3, 9) } : {}),
    previousPlans: isSecondHere || every(n, 8, 3) ? 1 : every(n, 24, 14) ? 2 : 0,
    isSecondHere,
    ...(every(n, 11, 5) ? { changesCategoryAt: chance.between(0, 1) } : {}),
    ...(every(n, 9, 2) ? { corrected: chance.between(1, 4) } : {}),
    isDiscussedBefore: every(n, 14, 9),
    ...(isReviewDue || isUnseen || isUnallocated ? { drift: n % 2 === 0 ? southFamilySupport : northChildProtection } : {}),
  };
}

const northChildProtection = { area: 'North', kind: 'Child Protection' } as const;
const southFamilySupport = { area: 'South', kind: 'Family Support' } as const;

type Traits = {
  readonly isFirstDue: boolean;
  readonly isReviewDue: boolean;
  readonly isUnseen: boolean;
  readonly isSecondHere: boolean;
  readonly isUnallocated: boolean;
  readonly unborn: Unborn;
};

function startedAgo(n: number, chance: Chance, traits: Traits): number {
  if (traits.unborn === 'expected') return chance.between(5, 11);
  if (traits.unborn === 'bornSince') return chance.between(90, 260);
  if (traits.isFirstDue) return chance.between(99, 113);
  if (traits.isReviewDue) return chance.between(300, 420);
  if (traits.isSecondHere) return chance.between(20, 230);
  if (traits.isUnseen || traits.isUnallocated) return chance.between(110, 330);
  return planAge(n);
}
