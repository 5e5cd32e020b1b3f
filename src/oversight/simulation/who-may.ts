import type { Role } from '../../kernel/step/permission.ts';

/** Who answers for how many workers there are, and who counts for them; the database tells nobody else. */
export const planningMay: readonly Role[] = ['headOfService', 'performanceAnalyst'];
