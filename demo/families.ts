import type { LocalDate } from '../src/kernel/calendar/dates.ts';
import type { DemoStaff } from './authority.ts';
import { tellOtherFamily, tellPlanFamily } from './family.ts';
import type { DemoFamily } from './telling.ts';

/** The origin report's number. */
const childrenOnPlans = 220;
const otherFamilies = 144;

export const onPlansAt = (scale: number): number => Math.round(childrenOnPlans * scale);

const sizes = [2, 1, 3, 1, 2, 1, 4, 2, 1, 3, 1, 2, 1, 5, 2, 1, 3, 1, 2, 7, 1, 2, 1, 4, 2, 3, 1, 2, 1, 6] as const;
const sizesOfOthers = [1, 2, 1, 3, 2, 1, 2, 1, 4, 1, 2] as const;

/** One family after another: exactly 220 children × scale on plans today, and more families whose story went otherwise. */
export function* families(staff: DemoStaff, today: LocalDate, scale: number): Generator<DemoFamily> {
  const setting = { staff, today };
  let n = 0;
  for (let left = onPlansAt(scale); left > 0; n += 1) {
    const size = Math.min(left, sizes[n % sizes.length] ?? 1);
    left -= size;
    yield tellPlanFamily(setting, n, size);
  }
  for (let k = 0; k < otherFamilies * scale; k += 1) yield tellOtherFamily(setting, n + k, k, sizesOfOthers[k % sizesOfOthers.length] ?? 1);
}
