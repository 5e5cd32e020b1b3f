/** In order, the best first: how far two auditors are apart is counted by places. */
export const auditGrades = {
  outstanding: 'Outstanding',
  good: 'Good',
  requiresImprovement: 'Requires improvement',
  inadequate: 'Inadequate',
} as const;

/** The service's own standards, each asked of the record and of the narrative. */
export const standards = {
  seen: 'The child is seen, alone, and what they say changes something',
  assessment: 'The assessment says what life is like for the child, and is of today',
  plan: 'The plan says what will be different, by whom and by when',
  progress: 'What was planned was done, or it is said why not',
  oversight: 'A manager has thought about the child with the worker, and it can be read',
  recording: 'What happened is on record within two working days, and can be followed by the child later',
} as const;

export const falls: ReadonlySet<string> = new Set<keyof typeof auditGrades>(['requiresImprovement', 'inadequate']);
