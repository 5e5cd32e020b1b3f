/** What a member of staff is, as supervision and caseloads ask it. Keys are never renamed. */
export const grades = {
  newlyQualified: 'Newly qualified social worker, in the assessed and supported year',
  socialWorker: 'Social worker',
  advanced: 'Experienced or advanced social worker',
  manager: 'Manager, conference chair or reviewing officer',
  otherPractitioner: 'Personal adviser, family support or other practitioner',
} as const;
