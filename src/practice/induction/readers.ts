import { practitioners, type Permissions } from '../../kernel/step/permission.ts';

/** Begun, judged and ended by a manager; the database lets nobody do so of themself. */
export const mayOfManagers: Permissions = { record: ['teamManager', 'headOfService'], read: practitioners };

/** Also by the mentor and by whoever is inducted: which those are, the database decides. */
export const mayOfBoth: Permissions = { record: practitioners, read: practitioners };
