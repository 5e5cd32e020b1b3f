import type { Role } from '../../kernel/step/permission.ts';

/** Who reads the staffing of the whole service, as totals of teams. The database asks it again: `record.workforce_told`. */
export const workforceMay: readonly Role[] = ['headOfService', 'performanceAnalyst'];

/** Who reads of their own people: each manager their team, a head of service every team. */
export const ownTeamMay: readonly Role[] = ['teamManager', 'headOfService'];

/** Who reads of children who are in no team yet: whoever answers for every team, and whoever is at the front door. */
export const noTeamMay: readonly Role[] = ['headOfService', 'dutyWorker'];

/** Who comes to the page of the workforce at all. */
export const workforcePageMay: readonly Role[] = ['teamManager', 'headOfService', 'performanceAnalyst'];
