/** What is read of staff files for whoever answers for them; the database gives of each only answers without words (`record.workforce_questions`). */
export const staffSteps = [
  'employment',
  'employmentEnd',
  'staffAbsence',
  'staffAbsenceEnd',
  'staffRegistration',
  'safetyIncident',
  'staffSupervisionAgreement',
  'staffSupervision',
  'staffSupervisionEnd',
] as const;

/** What the workforce census tells of a staff file: nothing of any other step is read for it. */
export const staffCensusSteps = [
  'employment',
  'employmentEnd',
  'staffAbsence',
  'staffAbsenceEnd',
  'staffRegistration',
  'staffDetails',
] as const;
