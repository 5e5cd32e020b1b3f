import type { Role } from '../../kernel/step/permission.ts';

/** Who answers for teams, and who counts for them; never for appraising anybody. The database gives managers their own teams and the whole service. */
export const burdenMay: readonly Role[] = ['teamManager', 'headOfService', 'performanceAnalyst'];
