import type { Role } from '../kernel/step/permission.ts';

/** Who answers for the statutory returns. The database asks it again: `record.may_return`. */
export const returnsMay: readonly Role[] = ['performanceAnalyst', 'headOfService'];
