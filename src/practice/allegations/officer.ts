import { practitioners, type Permissions } from '../../kernel/step/permission.ts';

const officers = [...practitioners, 'designatedOfficer'] as const;

/** Whoever the database lets into the file: the designated officer, and those named for it, whatever else they do. */
export const officersMay: Permissions = { record: officers, read: officers };

export const allegationLaw =
  'Working Together to Safeguard Children; Keeping children safe in education, part four; Children Act 2004 ss10–11';
