import type { Role } from '../kernel/step/permission.ts';

/** Who answers for the statutory returns. The database asks it again: `record.may_return`. */
export const returnsMay: readonly Role[] = ['performanceAnalyst', 'headOfService'];
/** Annex A is Ofsted's: an inspector sees it in their weeks, restricted children left out. The database asks it again: `record.may_see_annex`. */
export const annexMay: readonly Role[] = [...returnsMay, 'inspector'];
