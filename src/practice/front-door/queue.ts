/**
 * What waits at the front door, by the limit that says so. The same rules are in the index and the function of the database (`record.front_door`):
 * one more is a migration.
 */
export const queueRules = [
  'contactDecision',
  'referralDecision',
  'referralAfterAdvice',
  'referrerTold',
  'triage',
  'agencyChecks',
  'dutyHandover',
  'transferInConference',
] as const;
