/*
 * Code sets of the children's social work workforce census (CSWW), as its schema of 2022 gives them. The values are Crown copyright, Open Government
 * Licence v3.0; labels are shortened to what a manager reads. Keys are the DfE's codes and are never renamed.
 */

/** OrgRole. */
export const organisationRoles = {
  '1': 'Senior manager',
  '2': 'Middle manager',
  '3': 'First line manager',
  '4': 'Senior practitioner',
  '5': 'Case holder',
  '6': 'Qualified social worker without cases',
} as const;

/** StartOrigin. */
export const startOrigins = {
  '1': 'Newly qualified social worker',
  '2': 'Social worker in another local authority in England',
  '3': 'Social worker outside England',
  '4': 'Agency or consultancy in social work in England',
  '5': 'Other social work in England, not in a local authority',
  '6': 'Other social care in England',
  '7': 'Not in social care, outside England, no employment or a career break',
  '8': 'Other',
  '9': 'Not known',
  '10': 'Not yet collected',
} as const;

/** LeaverDestination. */
export const leaverDestinations = {
  '1': 'Social worker in another local authority in England',
  '2': 'Social worker outside England',
  '3': 'Agency or consultancy in social work in England',
  '4': 'Other social work in England, not in a local authority',
  '5': 'Other social care in England',
  '6': 'Not in social care, outside England, no employment or a career break',
  '7': 'Other',
  '8': 'Not known',
  '9': 'Not yet collected',
} as const;

/** ReasonLeave. */
export const reasonsForLeaving = {
  '1': 'Resignation',
  '2': 'Voluntary redundancy',
  '3': 'Compulsory redundancy',
  '4': 'Dismissed',
  '5': 'Retired',
  '6': 'Died',
  '7': 'Moved to another role in the authority, outside children’s social work',
  '8': 'Other, such as the end of a contract',
  '9': 'Not known',
  '10': 'Not yet collected',
} as const;

/** ReasonAbsence. */
export const reasonsForAbsence = {
  SIC: 'Sickness',
  MAT: 'Maternity, paternity or adoption leave',
  OTH: 'Other paid and authorised, such as compassionate leave',
  PUB: 'Public duties, such as a jury',
  TRN: 'Training',
  UNP: 'Unpaid and authorised',
  UNA: 'Unauthorised',
} as const;

/** QualLevel. */
export const qualificationLevels = { '1': 'Undergraduate', '2': 'Postgraduate', '3': 'Other' } as const;

/** GenderCurrent. */
export const gendersOfStaff = { '0': 'Not known', '1': 'Male', '2': 'Female', '9': 'Not specified' } as const;

/** CFKSSstatus. */
export const knowledgeAndSkillsStatuses = {
  '1': 'Assessed and supported year in employment',
  '2': 'Frontline practitioner',
  '3': 'Practice supervisor',
  '4': 'Practice leader',
} as const;
