import type { Role } from '../../kernel/step/permission.ts';

/** Who reads figures of the whole service, from which a child could be found. The database asks it again: `record.may_return`. */
export const measuresMay: readonly Role[] = ['performanceAnalyst', 'headOfService'];
