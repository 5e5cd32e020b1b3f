import type { Area } from './authority.ts';
import type { Chance } from './chance.ts';

/** Where a child in care lives, in general. */
export type Setting = 'fostering' | 'kinship' | 'residential' | 'atHome' | 'longTerm' | 'supported';

/** What one family of children in care is to have gone through: a few of each kind among many that go as they should. */
export type CarePlot = {
  /** Days since they became looked after. */
  readonly beganAgo: number;
  /** In care before this record began, two years ago. */
  readonly isEarlier: boolean;
  readonly setting: Setting;
  readonly moves: number;
  /** Arrived in the country alone. */
  readonly isUnaccompanied: boolean;
  readonly isAdolescent: boolean;
  readonly isDisabled: boolean;
  /** Days since which no review has been held, though one was due. */
  readonly unreviewedFor?: number;
  readonly unseenFor?: number;
  readonly unallocatedSince?: number;
  readonly hasNoOfficer: boolean;
  readonly isHealthOverdue: boolean;
  readonly goesMissing: number;
  /** Missing today. */
  readonly isMissing: boolean;
  readonly changesWorkerAfter?: number;
  /** How care ended, before today; absent: it has not. */
  readonly ended?: { readonly daysAgo: number; readonly how: 'home' | 'guardianship' };
  readonly area?: Area;
};

const every = (n: number, count: number, at: number): boolean => n % count === at;

/** Of each hundred: 26 came into care in the last year, 22 in the year before, 52 earlier. */
function beganAgo(k: number): number {
  const share = (k * 0.618_033_988_75 + 0.21) % 1;
  if (share < 0.26) return 8 + Math.round((share / 0.26) * 350);
  if (share < 0.48) return 366 + Math.round(((share - 0.26) / 0.22) * 330);
  return 722;
}

function settingOf(k: number, ago: number, isUnaccompanied: boolean): Setting {
  if (isUnaccompanied) return every(k, 3, 0) ? 'supported' : 'fostering';
  if (every(k, 9, 4)) return 'residential';
  if (every(k, 6, 3)) return 'kinship';
  if (every(k, 15, 7)) return 'atHome';
  return ago > 700 && !every(k, 5, 2) ? 'longTerm' : 'fostering';
}

/** The k-th family of those in care today. */
export function carePlot(k: number, chance: Chance): CarePlot {
  const isUnaccompanied = every(k, 13, 5);
  const isUnreviewed = every(k, 27, 11);
  const isUnseen = every(k, 31, 14);
  const hasNoOfficer = k === 2;
  const ago = hasNoOfficer ? 24 : isUnreviewed || isUnseen ? 470 : beganAgo(k);
  const setting = settingOf(k, ago, isUnaccompanied);
  const isAdolescent = isUnaccompanied || setting === 'residential' || setting === 'supported' || every(k, 8, 6);
  return {
    beganAgo: ago,
    isEarlier: ago > 700,
    setting,
    isUnaccompanied,
    isAdolescent,
    isDisabled: every(k, 17, 9) && !isUnaccompanied,
    moves: ago < 60 ? 0 : every(k, 5, 1) ? chance.between(1, 2) : every(k, 29, 19) ? chance.between(3, 5) : 0,
    ...(isUnreviewed ? { unreviewedFor: chance.between(205, 260) } : {}),
    ...(isUnseen ? { unseenFor: chance.between(64, 120) } : {}),
    ...(every(k, 41, 17) ? { unallocatedSince: chance.between(5, 21) } : {}),
    hasNoOfficer,
    isHealthOverdue: every(k, 12, 8),
    goesMissing: isAdolescent && every(k, 4, 1) ? chance.between(1, 4) : every(k, 19, 10) ? 1 : 0,
    isMissing: k === 45,
    ...(every(k, 4, 2) ? { changesWorkerAfter: chance.between(150, 420) } : {}),
    ...(isUnreviewed || isUnseen ? { area: 'South' as const } : {}),
  };
}

/** The k-th family of those who were in care and are at home, or with guardians, today. */
export function endedPlot(k: number, chance: Chance): CarePlot {
  const began = chance.between(330, 650);
  const plot = carePlot(k * 3 + 1, chance);
  const { unreviewedFor, unseenFor, unallocatedSince, area, ...rest } = plot;
  void [unreviewedFor, unseenFor, unallocatedSince, area];
  return {
    ...rest,
    beganAgo: began,
    isEarlier: false,
    setting: every(k, 3, 1) ? 'kinship' : 'fostering',
    isUnaccompanied: false,
    isMissing: false,
    hasNoOfficer: false,
    moves: 0,
    ended: { daysAgo: chance.between(20, began - 150), how: every(k, 3, 1) ? 'guardianship' : 'home' },
  };
}
