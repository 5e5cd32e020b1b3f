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
