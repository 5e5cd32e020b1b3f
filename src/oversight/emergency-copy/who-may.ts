import type { Permissions } from '../../kernel/step/permission.ts';

/**
 * Who may make an emergency copy or a caseload pack (`record`; a team manager of their own teams), and see which were made (`read`).
 * The one place: pages, and the database, which is given it among the permissions of steps, go by this.
 */
export const emergencyCopyMay: Permissions = {
  record: ['headOfService', 'dutyWorker', 'teamManager'],
  read: ['headOfService', 'dutyWorker', 'teamManager', 'administrator'],
};

/** The name under which the database keeps it. */
export const emergencyCopyPermission = 'emergencyCopy';
