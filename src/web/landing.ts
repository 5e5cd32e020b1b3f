import { boardPeople, type Role } from '../kernel/step/permission.ts';

const isOfBoard = (role: Role): boolean => boardPeople.some((one) => one === role);

/** Whoever is let into no child’s record has no board of children: they land where their own work is. Undefined: at the board. */
export function landsElsewhere(roles: readonly Role[]): string | undefined {
  if (roles.length === 0) return undefined;
  if (roles.every((role) => isOfBoard(role))) return '/safeguarding-board';
  if (roles.every((role) => role === 'designatedOfficer')) return '/allegations';
  return roles.every((role) => isOfBoard(role) || role === 'dataProtectionOfficer') ? '/data-protection' : undefined;
}
