import type { Role } from '../../kernel/step/permission.ts';

/** Who answers to the committee for the whole service, and who counts for them. The report itself names no child; the lists behind it are opened by whoever may. */
export const assuranceMay: readonly Role[] = ['headOfService', 'performanceAnalyst'];
