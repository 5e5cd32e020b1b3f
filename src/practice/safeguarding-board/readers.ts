import { practitioners, type Permissions } from '../../kernel/step/permission.ts';

const sitters = [...practitioners, 'boardMember', 'boardManager'] as const;

/** Whoever sits on a body, of whatever agency, reads and writes its business: which bodies those are, the database decides by who sits where. It names no child. */
export const mayOfBodies: Permissions = { record: sitters, read: [...sitters, 'performanceAnalyst'] };

/** Who sits on a body is who may open it: that is written by the business manager and the head of service alone. */
export const mayMakeBodies: Permissions = { record: ['headOfService', 'boardManager'], read: mayOfBodies.read };
