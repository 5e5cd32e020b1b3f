import type { LocalDate } from '../src/kernel/calendar/dates.ts';
import { tellCareLeaver, tellEndedCare, tellInCareToday, tellLeftEarlierFamily } from './care-family.ts';
import type { DemoCounties } from './authority.ts';
import { tellGoneFamily, tellOtherFamily, tellPlanFamily, type Setting } from './family.ts';
import { supervisionIn } from './supervision-days.ts';
import { contactsByWeek, passedThrough } from './stories/passed-through.ts';
import type { DemoFamily } from './telling.ts';

/** The origin report's numbers. */
const childrenOnPlans = 220;
const childrenInCare = 410;
const otherFamilies = 144;
/** With whom somebody worked a year ago, and nobody does today. */
const goneFamilies = 115;
/** About so many people are told of: those children, brothers and sisters, all who were cared for before, and those about whom somebody rang and was answered. */
export const peopleOfACounty = 2_830;
/** Families whose children were in care in these two years, and young people who came of age in them, or before them. */
const othersInCare = { ended: 22, cameOfAge: 34, leftEarlier: 66 } as const;

export const onPlansAt = (scale: number): number => Math.round(childrenOnPlans * scale);
export const inCareAt = (scale: number): number => Math.round(childrenInCare * scale);

const sizes = [2, 1, 3, 1, 2, 1, 4, 2, 1, 3, 1, 2, 1, 5, 2, 1, 3, 1, 2, 7, 1, 2, 1, 4, 2, 3, 1, 2, 1, 6] as const;
const sizesOfOthers = [1, 2, 1, 3, 2, 1, 2, 1, 4, 1, 2] as const;
const sizesInCare = [1, 2, 1, 1, 3, 1, 1, 2, 1, 1, 1, 2, 1, 4, 1, 1, 2, 1, 3, 1] as const;

/** Everybody; those whom the front door answered without a referral last, since they are as many as a week lacks. */
export function* families(counties: DemoCounties, today: LocalDate, scale: number): Generator<DemoFamily> {
  const settings = counties.map((staff): Setting => ({ staff, today, supervision: supervisionIn(staff, today) }));
  const settingOf = (n: number): Setting => {
    const setting = settings[n % settings.length];
    if (setting === undefined) throw new Error('There is no county');
    return setting;
  };
  const contacts = contactsByWeek(today);
  let last = -1;
  for (const family of withStories(settingOf, scale)) {
    contacts.note(family);
    last = family.n;
    yield family;
  }
  yield* passedThrough(settingOf, { n: last + 1, scale, already: contacts.of });
}

/**
 * One family after another: exactly so many children × scale on plans and in care today, and more whose story went otherwise. The staff of the
 * counties have them in turn.
 */
function* withStories(settingOf: (n: number) => Setting, scale: number): Generator<DemoFamily> {
  let n = 0;
  let onBoth = 0;
  for (let left = onPlansAt(scale); left > 0; n += 1) {
    const size = Math.min(left, sizes[n % sizes.length] ?? 1);
    left -= size;
    const family = tellPlanFamily(settingOf(n), n, size);
    onBoth += family.inCare;
    yield family;
  }
  for (let k = 0; k < otherFamilies * scale; k += 1, n += 1)
    yield tellOtherFamily(settingOf(n), n, k, sizesOfOthers[k % sizesOfOthers.length] ?? 1);
  for (let k = 0, left = inCareAt(scale) - onBoth; left > 0; k += 1, n += 1) {
    const family = tellInCareToday(settingOf(n), n, k, Math.min(left, sizesInCare[k % sizesInCare.length] ?? 1));
    left -= family.inCare;
    yield family;
  }
  for (let k = 0; k < othersInCare.ended * scale; k += 1, n += 1) yield tellEndedCare(settingOf(n), n, k);
  for (let k = 0; k < othersInCare.cameOfAge * scale; k += 1, n += 1) yield tellCareLeaver(settingOf(n), n, k);
  for (let k = 0; k < othersInCare.leftEarlier * scale; k += 1, n += 1) yield tellLeftEarlierFamily(settingOf(n), n, k);
  for (let k = 0; k < goneFamilies * scale; k += 1, n += 1)
    yield tellGoneFamily(settingOf(n), n, k, sizesOfOthers[k % sizesOfOthers.length] ?? 1);
}
